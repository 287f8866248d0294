package com.ticketing.tickets.ticket;

import java.util.stream.Stream;

/**
 * The data of a user in this service.
 *
 * @param tickets the user's listings, newest first; read while the response is written
 */
record TicketExport(Stream<TicketResponse> tickets) {}
