package com.ticketing.common.bans;

import com.ticketing.common.events.UserUnbanned;
import com.ticketing.common.messaging.Listener;
import java.time.Clock;

class UserUnbannedListener extends Listener<UserUnbanned> {

    private final BanHandler keeper;
    private final Clock clock;

    UserUnbannedListener(BanHandler keeper, Clock clock) {
        super(UserUnbanned.class);
        this.keeper = keeper;
        this.clock = clock;
    }

    @Override
    protected void onMessage(UserUnbanned event) {
        keeper.keep(UserBan.of(event, clock.instant()));
    }
}
