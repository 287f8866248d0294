package com.ticketing.common.bans;

import com.ticketing.common.events.UserUnbanned;
import com.ticketing.common.messaging.Listener;
import java.time.Clock;

class UserUnbannedListener extends Listener<UserUnbanned> {

    private final BanHandler handler;
    private final Clock clock;

    UserUnbannedListener(BanHandler handler, Clock clock) {
        super(UserUnbanned.class);
        this.handler = handler;
        this.clock = clock;
    }

    @Override
    protected void onMessage(UserUnbanned event) {
        handler.handle(UserBan.of(event, clock.instant()));
    }
}
