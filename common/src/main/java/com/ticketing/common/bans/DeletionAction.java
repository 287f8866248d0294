package com.ticketing.common.bans;

/**
 * Erases a user's data when the account is deleted. Each bean of this type is called in one process of the service,
 * after the deletion is stored in the service's database. If it throws, it is called again, so it must be idempotent.
 */
@FunctionalInterface
public interface DeletionAction {

    void onDeleted(String userId);
}
