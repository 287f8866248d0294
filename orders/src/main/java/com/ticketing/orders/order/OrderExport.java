package com.ticketing.orders.order;

import java.util.stream.Stream;

/**
 * The data of a user in this service.
 *
 * @param orders the orders that the user has placed, newest first; read while the response is written
 */
record OrderExport(Stream<OrderResponse> orders) {}
