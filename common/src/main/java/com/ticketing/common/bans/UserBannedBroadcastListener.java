package com.ticketing.common.bans;

import com.ticketing.common.events.UserBanned;
import com.ticketing.common.messaging.BroadcastListener;
import com.ticketing.common.messaging.ChannelPosition;
import java.time.Clock;
import java.time.Duration;

class UserBannedBroadcastListener extends BroadcastListener<UserBanned> {

    private final BannedUsers bannedUsers;
    private final Clock clock;

    UserBannedBroadcastListener(BannedUsers bannedUsers, Duration since, Clock clock) {
        super(UserBanned.class, since);
        this.bannedUsers = bannedUsers;
        this.clock = clock;
    }

    @Override
    protected void onMessage(UserBanned event, ChannelPosition position) {
        bannedUsers.apply(UserBan.of(event, clock.instant()));
    }
}
