package com.ticketing.auth.session;

import com.ticketing.common.bans.DeletionAction;
import org.springframework.stereotype.Component;

/** Removes the sessions of a deleted account. They cannot be refreshed since the account is deleted. */
@Component
class RemoveSessionsOfDeletedUsers implements DeletionAction {

    private final Sessions sessions;

    RemoveSessionsOfDeletedUsers(Sessions sessions) {
        this.sessions = sessions;
    }

    @Override
    public void onDeleted(String userId) {
        sessions.deleteByUserId(userId);
    }
}
