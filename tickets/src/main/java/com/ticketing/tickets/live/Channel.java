package com.ticketing.tickets.live;

/** Where changes are heard. Each numbers its own, the same for every process. */
enum Channel {
    CREATED,
    UPDATED
}
