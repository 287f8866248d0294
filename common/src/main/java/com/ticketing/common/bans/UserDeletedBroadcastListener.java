package com.ticketing.common.bans;

import com.ticketing.common.events.UserDeleted;
import com.ticketing.common.messaging.BroadcastListener;
import com.ticketing.common.messaging.ChannelPosition;
import java.time.Clock;
import java.time.Duration;

class UserDeletedBroadcastListener extends BroadcastListener<UserDeleted> {

    private final BannedUsers bannedUsers;
    private final Clock clock;

    UserDeletedBroadcastListener(BannedUsers bannedUsers, Duration since, Clock clock) {
        super(UserDeleted.class, since);
        this.bannedUsers = bannedUsers;
        this.clock = clock;
    }

    @Override
    protected void onMessage(UserDeleted event, ChannelPosition position) {
        bannedUsers.apply(UserBan.of(event, clock.instant()));
    }
}
