package com.ticketing.tickets.ticket;

import com.ticketing.common.bans.Bans;
import com.ticketing.common.errors.ApiException;
import com.ticketing.common.errors.CommonError;
import com.ticketing.common.events.TicketFacts;
import com.ticketing.common.idempotency.RepeatedRequests;
import com.ticketing.common.idempotency.RequestId;
import com.ticketing.common.ids.TimeOrderedIds;
import com.ticketing.common.paging.Keyset;
import com.ticketing.common.persistence.WriteConflicts;
import com.ticketing.common.quotas.HourlyQuotas;
import com.ticketing.tickets.TicketError;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

@Service
class TicketService {

    private final Tickets tickets;
    private final RepeatedRequests repeated;
    private final Bans bans;
    private final EraseTicketsOfDeletedSellers eraser;
    private final HourlyQuotas quotas;
    private final ListingProperties properties;
    private final Clock clock;
    private final Counter listed;

    TicketService(
            Tickets tickets,
            RepeatedRequests repeated,
            Bans bans,
            EraseTicketsOfDeletedSellers eraser,
            HourlyQuotas quotas,
            ListingProperties properties,
            Clock clock,
            MeterRegistry meters) {
        this.tickets = tickets;
        this.repeated = repeated;
        this.bans = bans;
        this.eraser = eraser;
        this.quotas = quotas;
        this.properties = properties;
        this.clock = clock;
        this.listed =
                Counter.builder("tickets.listed").description("Tickets created").register(meters);
    }

    List<TicketView> search(TicketSearch search) {
        return tickets.search(search, clock.instant());
    }

    /**
     * Returns a page of the seller's tickets, newest first.
     *
     * @param status the parameter of a {@link ListingGroup}; null for all tickets
     */
    List<TicketView> ofSeller(String sellerId, @Nullable String status, Keyset page) {
        return status == null
                ? tickets.ofSeller(sellerId, page)
                : tickets.ofSeller(sellerId, ListingGroup.of(status), page);
    }

    /** Returns the sold tickets without a delivery whose event has started: those of the page and one more. */
    List<TicketView> overdueDeliveries(TicketSearch page) {
        return tickets.overdueDeliveries(page, clock.instant());
    }

    ListingTotals totals(String sellerId) {
        return new ListingTotals(
                tickets.count(sellerId, ListingGroup.ON_SALE),
                tickets.count(sellerId, ListingGroup.HELD),
                tickets.count(sellerId, ListingGroup.SOLD),
                tickets.count(sellerId, ListingGroup.DELIVERED),
                tickets.count(sellerId, ListingGroup.WITHDRAWN));
    }

    /** Returns a page of the seller's tickets with their descriptions. */
    List<TicketView> describedOfSeller(String sellerId, Keyset page) {
        return tickets.describedOfSeller(sellerId, page);
    }

    List<TicketView> views(Collection<String> ids) {
        return tickets.views(ids);
    }

    private Ticket get(String id) {
        return tickets.find(id).orElseThrow(() -> new ApiException(CommonError.NOT_FOUND));
    }

    /**
     * Creates the tickets of the request. A request that is repeated with the same key returns the tickets as they were
     * created; if the first one was interrupted, it creates those that are missing.
     */
    List<Ticket> create(String sellerId, TicketRequest request, @Nullable String idempotencyKey) {
        int quantity = request.numberOfTickets();
        RequestId id = repeated.identify("create-ticket", sellerId, idempotencyKey, request, quantity);
        boolean isCreated = id.isRepeated() && tickets.find(id.value()).isPresent();
        // a repetition may arrive after the event has started
        Instant now = isCreated ? TimeOrderedIds.time(id.value()).orElseThrow() : clock.instant();
        TicketFacts facts = request.applyTo(TicketFacts.NONE, now);
        if (!isCreated) {
            quotas.use("listings", sellerId, quantity, properties.listingsPerHour(), TicketError.TOO_MANY_LISTINGS);
        }
        List<Ticket> created = id.values(quantity).stream()
                .map(each ->
                        Ticket.create(each, sellerId, request.title(), request.price(), facts, request.applyTo(null)))
                .toList();
        listed.increment(tickets.saveAllOnce(created));
        // a ban or a deletion that was stored meanwhile may have been applied before these tickets existed
        if (bans.isBanned(sellerId)) {
            created.forEach(ticket -> setSellerExcluded(ticket.id(), true));
            if (bans.isDeleted(sellerId)) {
                created.forEach(ticket -> eraser.erase(ticket.id()));
            }
        }
        return created;
    }

    /** Hides all tickets of the seller, or shows those again that the seller has not withdrawn. */
    void setExcluded(String sellerId, boolean excluded) {
        Keyset.stream(page -> tickets.ofSeller(sellerId, page), TicketView::id)
                .forEach(ticket -> setSellerExcluded(ticket.id(), excluded));
    }

    private void setSellerExcluded(String id, boolean excluded) {
        WriteConflicts.retry(() -> {
            Ticket ticket = get(id);
            if (!ticket.isSellerDeleted() && ticket.isSellerExcluded() != excluded) {
                ticket.setSellerExcluded(excluded);
                tickets.save(ticket);
            }
        });
    }

    /**
     * Takes the ticket from sale. A withdrawn ticket stays unchanged.
     *
     * @throws ApiException if an order holds the ticket or has bought it
     */
    void withdraw(String id, String userId) {
        WriteConflicts.retry(() -> {
            Ticket ticket = changeable(id, userId);
            if (!ticket.isWithdrawn()) {
                ticket.withdrawListing();
                tickets.save(ticket);
            }
        });
    }

    /**
     * Puts a withdrawn ticket back on sale. Another one stays unchanged.
     *
     * @throws ApiException if an order holds the ticket or has bought it
     */
    Ticket restore(String id, String userId) {
        return WriteConflicts.retry(() -> {
            Ticket ticket = ofSeller(id, userId);
            if (ticket.hasActiveOrder()) {
                throw reserved();
            }
            if (ticket.isWithdrawn()) {
                ticket.restoreListing();
                tickets.save(ticket);
            }
            return ticket;
        });
    }

    /** Returns the ticket of the seller, unless it has an active order. */
    private Ticket changeable(String id, String userId) {
        Ticket ticket = ofSeller(id, userId);
        if (ticket.hasActiveOrder()) {
            throw new ApiException(TicketError.TICKET_RESERVED);
        }
        return ticket;
    }

    /** The contract's message is about edits. */
    static ApiException reserved() {
        return new ApiException(TicketError.TICKET_RESERVED).withMessage("The ticket is reserved");
    }

    private Ticket ofSeller(String id, String userId) {
        Ticket ticket = get(id);
        if (!ticket.isChangeableBy(userId)) {
            throw new ApiException(CommonError.NOT_AUTHORIZED);
        }
        return ticket;
    }

    Ticket edit(String id, String userId, TicketRequest request) {
        return WriteConflicts.retry(() -> {
            Ticket ticket = changeable(id, userId);
            if (!request.expects(ticket.version())) {
                throw new ApiException(TicketError.VERSION_CONFLICT).withCurrent(TicketResponse.of(ticket));
            }
            ticket.edit(
                    request.title(),
                    request.price(),
                    request.applyTo(ticket.facts(), clock.instant()),
                    request.applyTo(ticket.description()));
            return tickets.save(ticket);
        });
    }

    /**
     * Applies an order's state to its ticket. A state that is not newer has no effect. Erases the ticket of a deleted
     * seller when its order has ended.
     */
    void apply(String ticketId, OrderState order) {
        Ticket changed = WriteConflicts.retry(() -> {
            Ticket ticket = tickets.find(ticketId)
                    .orElseThrow(
                            () -> new IllegalStateException("No ticket " + ticketId + " for order " + order.orderId()));
            if (ticket.isNewer(order)) {
                ticket.apply(order);
                tickets.save(ticket);
            }
            return ticket;
        });
        if (changed.isSellerDeleted()) {
            eraser.erase(ticketId);
        }
    }
}
