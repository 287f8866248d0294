package com.ticketing.common.bans;

import com.ticketing.common.events.UserBanned;
import com.ticketing.common.messaging.Listener;
import java.time.Clock;

class UserBannedListener extends Listener<UserBanned> {

    private final BanHandler keeper;
    private final Clock clock;

    UserBannedListener(BanHandler keeper, Clock clock) {
        super(UserBanned.class);
        this.keeper = keeper;
        this.clock = clock;
    }

    @Override
    protected void onMessage(UserBanned event) {
        keeper.keep(UserBan.of(event, clock.instant()));
    }
}
