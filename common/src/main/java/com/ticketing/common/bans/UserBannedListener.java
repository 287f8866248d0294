package com.ticketing.common.bans;

import com.ticketing.common.events.UserBanned;
import com.ticketing.common.messaging.Listener;
import java.time.Clock;

class UserBannedListener extends Listener<UserBanned> {

    private final BanHandler handler;
    private final Clock clock;

    UserBannedListener(BanHandler handler, Clock clock) {
        super(UserBanned.class);
        this.handler = handler;
        this.clock = clock;
    }

    @Override
    protected void onMessage(UserBanned event) {
        handler.handle(UserBan.of(event, clock.instant()));
    }
}
