package com.ticketing.common.outbox;

import org.springframework.dao.TransientDataAccessResourceException;

/**
 * An aggregate cannot be changed before some of its events are published. A request is answered with 503, and a message
 * is redelivered.
 */
class OutboxFullException extends TransientDataAccessResourceException {

    private static final long serialVersionUID = 1L;

    OutboxFullException(String collection, String aggregateId) {
        super("Outbox full: collection=" + collection + " aggregate=" + aggregateId + " maximum=" + Outbox.MAX_ENTRIES);
    }
}
