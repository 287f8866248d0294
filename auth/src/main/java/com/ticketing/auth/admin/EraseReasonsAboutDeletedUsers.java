package com.ticketing.auth.admin;

import com.ticketing.common.bans.DeletionAction;
import org.springframework.stereotype.Component;

/** Erases what admins have written about a deleted user. */
@Component
class EraseReasonsAboutDeletedUsers implements DeletionAction {

    private final AuditLog audit;

    EraseReasonsAboutDeletedUsers(AuditLog audit) {
        this.audit = audit;
    }

    @Override
    public void onDeleted(String userId) {
        audit.eraseReasons(userId);
    }
}
