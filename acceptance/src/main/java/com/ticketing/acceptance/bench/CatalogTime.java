package com.ticketing.acceptance.bench;

/**
 * The time of a list request, one at a time, at a size of the catalog.
 *
 * @param tickets the number of tickets, all of them on sale
 */
record CatalogTime(long tickets, double medianMillis, double p99Millis) {}
