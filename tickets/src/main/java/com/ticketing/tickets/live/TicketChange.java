package com.ticketing.tickets.live;

import com.ticketing.common.messaging.ChannelPosition;

/**
 * A ticket's new state, serialized once for all streams.
 *
 * @param event the name of the server-sent event: {@code ticket}, or {@code hidden} for a hidden ticket
 * @param data the JSON of the event: the ticket as {@code GET /api/tickets/{id}} returns it, or only the id of a hidden
 *     ticket
 */
record TicketChange(Channel channel, ChannelPosition position, String ticketId, long version, String event, String data)
        implements StreamMessage {}
