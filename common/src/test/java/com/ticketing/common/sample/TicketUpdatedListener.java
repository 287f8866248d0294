package com.ticketing.common.sample;

import com.ticketing.common.events.TicketUpdated;
import com.ticketing.common.messaging.Listener;
import org.springframework.stereotype.Component;

@Component
class TicketUpdatedListener extends Listener<TicketUpdated> {

    private final ListingCopies copies;

    TicketUpdatedListener(ListingCopies copies) {
        super(TicketUpdated.class);
        this.copies = copies;
    }

    @Override
    protected void onMessage(TicketUpdated event) {
        copies.saveIfNewer(new ListingCopy(event.id(), event.version(), event.title()));
    }
}
