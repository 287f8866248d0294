package com.ticketing.tickets.live;

/**
 * A ticket's new state, made ready once for all streams.
 *
 * @param event {@code ticket}, or {@code hidden} for one that its seller's ban takes from everybody's sight
 * @param data the ticket as its own route answers, or what names it
 */
record Change(Channel channel, long sequence, String ticketId, long version, String event, String data)
        implements Signal {}
