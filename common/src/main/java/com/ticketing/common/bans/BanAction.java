package com.ticketing.common.bans;

/**
 * Reacts to a ban or an unban. Each bean of this type is called in one process of the service, after the ban is stored
 * in the service's database. If it throws, it is called again, so it must be idempotent.
 */
public interface BanAction {

    void onBanned(String userId);

    default void onUnbanned(String userId) {}
}
