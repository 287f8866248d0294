package com.ticketing.auth.reset;

import com.ticketing.common.bans.DeletionAction;
import org.springframework.stereotype.Component;

/** Removes the password resets of a deleted account. Their links are invalid since the account is deleted. */
@Component
class RemoveResetsOfDeletedUsers implements DeletionAction {

    private final PasswordResets resets;

    RemoveResetsOfDeletedUsers(PasswordResets resets) {
        this.resets = resets;
    }

    @Override
    public void onDeleted(String userId) {
        resets.deleteByUserId(userId);
    }
}
