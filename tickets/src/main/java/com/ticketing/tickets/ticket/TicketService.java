package com.ticketing.tickets.ticket;

import com.ticketing.common.bans.Bans;
import com.ticketing.common.errors.ApiException;
import com.ticketing.common.errors.CommonError;
import com.ticketing.common.idempotency.RepeatedRequests;
import com.ticketing.common.idempotency.RequestId;
import com.ticketing.common.paging.Keyset;
import com.ticketing.common.persistence.WriteConflicts;
import com.ticketing.common.quotas.HourlyQuotas;
import com.ticketing.common.text.SearchTerm;
import com.ticketing.tickets.TicketError;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

@Service
class TicketService {

    private final Tickets tickets;
    private final RepeatedRequests repeated;
    private final Bans bans;
    private final HourlyQuotas quotas;
    private final ListingProperties properties;
    private final Counter listed;

    TicketService(
            Tickets tickets,
            RepeatedRequests repeated,
            Bans bans,
            HourlyQuotas quotas,
            ListingProperties properties,
            MeterRegistry meters) {
        this.tickets = tickets;
        this.repeated = repeated;
        this.bans = bans;
        this.quotas = quotas;
        this.properties = properties;
        this.listed =
                Counter.builder("tickets.listed").description("Tickets created").register(meters);
    }

    List<TicketView> search(Collection<SearchTerm> terms, Keyset page) {
        return tickets.search(terms, page);
    }

    List<TicketView> ofSeller(String sellerId, Keyset page) {
        return tickets.ofSeller(sellerId, page);
    }

    TicketView view(String id) {
        return tickets.view(id).orElseThrow(() -> new ApiException(CommonError.NOT_FOUND));
    }

    private Ticket get(String id) {
        return tickets.find(id).orElseThrow(() -> new ApiException(CommonError.NOT_FOUND));
    }

    /** Creates a ticket. A request that is repeated with the same key returns the ticket as it was created. */
    Ticket create(String sellerId, TicketRequest request, @Nullable String idempotencyKey) {
        RequestId id = repeated.identify("create-ticket", sellerId, idempotencyKey, request);
        boolean isNew = !id.isRepeated() || tickets.find(id.value()).isEmpty();
        if (isNew) {
            quotas.use("listings", sellerId, properties.listingsPerHour(), TicketError.TOO_MANY_LISTINGS);
        }
        Ticket ticket = tickets.saveOnce(Ticket.create(id.value(), sellerId, request.title(), request.price()));
        if (isNew) {
            listed.increment();
        }
        // a ban that was stored meanwhile may have been applied before this ticket existed
        if (bans.isBanned(sellerId)) {
            setHidden(ticket.id(), true);
        }
        return ticket;
    }

    /** Hides all tickets of the seller, or shows them again, page by page. */
    void setHiddenOfSeller(String sellerId, boolean hidden) {
        List<TicketView> page = tickets.ofSeller(sellerId, new Keyset(null, Keyset.LONGEST));
        while (!page.isEmpty()) {
            page.forEach(ticket -> setHidden(ticket.id(), hidden));
            page = tickets.ofSeller(sellerId, new Keyset(page.getLast().id(), Keyset.LONGEST));
        }
    }

    private void setHidden(String id, boolean hidden) {
        WriteConflicts.retry(() -> {
            Ticket ticket = get(id);
            if (ticket.isHidden() != hidden) {
                ticket.setHidden(hidden);
                tickets.save(ticket);
            }
        });
    }

    Ticket edit(String id, String userId, TicketRequest request) {
        return WriteConflicts.retry(() -> {
            Ticket ticket = get(id);
            if (!ticket.isSoldBy(userId)) {
                throw new ApiException(CommonError.NOT_AUTHORIZED);
            }
            if (ticket.hasActiveOrder()) {
                throw new ApiException(TicketError.TICKET_RESERVED);
            }
            if (!request.expects(ticket.version())) {
                throw new ApiException(TicketError.VERSION_CONFLICT).withCurrent(TicketResponse.of(ticket));
            }
            ticket.edit(request.title(), request.price());
            return tickets.save(ticket);
        });
    }

    /** Applies an order's state to its ticket. A state that is not newer has no effect. */
    void apply(String ticketId, OrderState order) {
        WriteConflicts.retry(() -> {
            Ticket ticket = tickets.find(ticketId)
                    .orElseThrow(
                            () -> new IllegalStateException("No ticket " + ticketId + " for order " + order.orderId()));
            if (ticket.isNewer(order)) {
                ticket.apply(order);
                tickets.save(ticket);
            }
        });
    }
}
