package com.ticketing.common.bans;

/**
 * What a service does about a person who is banned or let back. Each bean of this type is called in one of the service's
 * processes after the ban is in the service's database, and again until it has returned without an exception; it must
 * tolerate being called for what it has done already.
 */
public interface BanAction {

    void onBanned(String userId);

    default void onUnbanned(String userId) {}
}
