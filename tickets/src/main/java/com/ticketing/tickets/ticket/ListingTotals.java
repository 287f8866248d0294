package com.ticketing.tickets.ticket;

import com.fasterxml.jackson.annotation.JsonProperty;

/** How many listings a seller has in each {@link ListingGroup}, each counted up to {@link Tickets#MAX_TOTAL}. */
record ListingTotals(@JsonProperty("on-sale") long onSale, long held, long sold, long delivered, long withdrawn) {}
