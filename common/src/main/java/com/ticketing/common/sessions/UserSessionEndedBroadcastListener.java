package com.ticketing.common.sessions;

import com.ticketing.common.events.UserSessionEnded;
import com.ticketing.common.messaging.BroadcastListener;
import com.ticketing.common.messaging.ChannelPosition;
import java.time.Duration;

class UserSessionEndedBroadcastListener extends BroadcastListener<UserSessionEnded> {

    private final EndedSessions endedSessions;

    UserSessionEndedBroadcastListener(EndedSessions endedSessions, Duration since) {
        super(UserSessionEnded.class, since);
        this.endedSessions = endedSessions;
    }

    @Override
    protected void onMessage(UserSessionEnded event, ChannelPosition position) {
        endedSessions.add(event.sid(), event.at());
    }
}
