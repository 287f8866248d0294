package com.ticketing.common.bans;

import com.ticketing.common.events.UserUnbanned;
import com.ticketing.common.messaging.BroadcastListener;
import com.ticketing.common.messaging.ChannelPosition;
import java.time.Clock;
import java.time.Duration;

class UserUnbannedBroadcastListener extends BroadcastListener<UserUnbanned> {

    private final BannedUsers bannedUsers;
    private final Clock clock;

    UserUnbannedBroadcastListener(BannedUsers bannedUsers, Duration since, Clock clock) {
        super(UserUnbanned.class, since);
        this.bannedUsers = bannedUsers;
        this.clock = clock;
    }

    @Override
    protected void onMessage(UserUnbanned event, ChannelPosition position) {
        bannedUsers.apply(UserBan.of(event, clock.instant()));
    }
}
