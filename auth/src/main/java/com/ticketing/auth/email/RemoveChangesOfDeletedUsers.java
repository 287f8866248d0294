package com.ticketing.auth.email;

import com.ticketing.common.bans.DeletionAction;
import org.springframework.stereotype.Component;

/** Removes the requested change of a deleted account's email. */
@Component
class RemoveChangesOfDeletedUsers implements DeletionAction {

    private final EmailChanges changes;

    RemoveChangesOfDeletedUsers(EmailChanges changes) {
        this.changes = changes;
    }

    @Override
    public void onDeleted(String userId) {
        changes.deleteById(userId);
    }
}
