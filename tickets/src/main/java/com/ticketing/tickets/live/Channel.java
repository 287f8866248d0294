package com.ticketing.tickets.live;

/**
 * The broker channels that carry ticket changes. Each has its own sequence numbers, which are equal in every process.
 */
enum Channel {
    CREATED,
    UPDATED
}
