package com.ticketing.common.bans;

import com.ticketing.common.events.UserDeleted;
import com.ticketing.common.messaging.Listener;
import java.time.Clock;

class UserDeletedListener extends Listener<UserDeleted> {

    private final BanHandler handler;
    private final Clock clock;

    UserDeletedListener(BanHandler handler, Clock clock) {
        super(UserDeleted.class);
        this.handler = handler;
        this.clock = clock;
    }

    @Override
    protected void onMessage(UserDeleted event) {
        handler.handle(UserBan.of(event, clock.instant()));
    }
}
