package com.ticketing.tickets.ticket;

import com.ticketing.common.errors.ApiException;
import com.ticketing.common.errors.CommonError;
import com.ticketing.common.persistence.WriteConflicts;
import com.ticketing.common.quotas.HourlyQuotas;
import com.ticketing.tickets.TicketError;
import com.ticketing.tickets.delivery.Deliveries;
import com.ticketing.tickets.delivery.Delivery;
import com.ticketing.tickets.delivery.DeliveryContent;
import com.ticketing.tickets.delivery.DeliveryKind;
import com.ticketing.tickets.delivery.DeliveryReference;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * Gives deliveries to tickets, and shows them to the seller and to the buyer of a completed order. The ticket's version
 * guards the reference to the delivery, so an order that holds the ticket at the same time is not missed.
 */
@Service
class DeliveryService {

    private final Tickets tickets;
    private final Deliveries deliveries;
    private final HourlyQuotas quotas;
    private final ListingProperties properties;

    DeliveryService(Tickets tickets, Deliveries deliveries, HourlyQuotas quotas, ListingProperties properties) {
        this.tickets = tickets;
        this.deliveries = deliveries;
        this.quotas = quotas;
        this.properties = properties;
    }

    /**
     * Rejects a user who is not the ticket's seller.
     *
     * @throws ApiException if there is no such ticket, or if the user is not its seller
     */
    void requireSeller(String ticketId, String userId) {
        ofSeller(ticketId, userId);
    }

    /** Gives the content to the ticket. The same content again changes nothing. */
    void give(String ticketId, String sellerId, DeliveryContent content) {
        Ticket ticket = ofSeller(ticketId, sellerId);
        if (has(ticket, content)) {
            return;
        }
        requireChangeable(ticket);
        quotas.use("deliveries", sellerId, properties.listingsPerHour(), TicketError.TOO_MANY_DELIVERIES);
        DeliveryReference given = deliveries.store(ticketId, content);
        try {
            attach(ticketId, sellerId, given).ifPresent(deliveries::discard);
        } catch (ApiException e) {
            // a concurrent request with the same content may have succeeded
            if (!hasReference(ticketId, given)) {
                deliveries.discard(given);
            }
            throw e;
        }
    }

    private boolean hasReference(String ticketId, DeliveryReference given) {
        return tickets.find(ticketId)
                .flatMap(Ticket::delivery)
                .filter(current -> current.id().equals(given.id()))
                .isPresent();
    }

    /** Returns the delivery that was replaced; empty if a concurrent request has given the same content. */
    private Optional<DeliveryReference> attach(String ticketId, String sellerId, DeliveryReference given) {
        return WriteConflicts.retry(() -> {
            Ticket ticket = ofSeller(ticketId, sellerId);
            Optional<DeliveryReference> replaced = ticket.delivery();
            if (replaced.filter(given::equals).isPresent()) {
                return Optional.empty();
            }
            requireChangeable(ticket);
            ticket.deliver(given);
            tickets.save(ticket);
            return replaced;
        });
    }

    private Ticket ofSeller(String ticketId, String sellerId) {
        Ticket ticket = tickets.find(ticketId).orElseThrow(() -> new ApiException(CommonError.NOT_FOUND));
        if (!ticket.isChangeableBy(sellerId)) {
            throw new ApiException(CommonError.NOT_AUTHORIZED);
        }
        return ticket;
    }

    private boolean has(Ticket ticket, DeliveryContent content) {
        return ticket.delivery()
                .filter(reference -> deliveries.isOf(reference, content))
                .flatMap(deliveries::describe)
                .filter(delivery -> !delivery.isSpent(ticket.orderId().orElse(null)))
                .isPresent();
    }

    /** A sold ticket can get a missing delivery, or one that replaces a spent one. */
    private void requireChangeable(Ticket ticket) {
        Optional<OrderState> order = ticket.holder();
        if (order.isEmpty()) {
            return;
        }
        if (!order.get().hasBuyer()) {
            throw TicketService.reserved();
        }
        if (usable(ticket.delivery(), order.get().orderId()).isPresent()) {
            throw new ApiException(TicketError.DELIVERY_FINAL);
        }
    }

    private Optional<Delivery> usable(Optional<DeliveryReference> reference, @Nullable String orderId) {
        return reference.flatMap(deliveries::describe).filter(delivery -> !delivery.isSpent(orderId));
    }

    /** Returns the delivery. A buyer's read of a code or a link is recorded. */
    DeliveryResponse show(String ticketId, String userId) {
        TicketView ticket = visibleTo(userId, ticketId);
        return ticket.sellerId().equals(userId) ? showToSeller(ticket) : showToBuyer(ticket, userId);
    }

    private DeliveryResponse showToSeller(TicketView ticket) {
        Optional<OrderState> order = ticket.order();
        Optional<Delivery> delivery = Optional.ofNullable(ticket.delivery()).flatMap(deliveries::describe);
        DeliveryResponse response =
                delivery.map(given -> withValue(given, stateOf(given, order))).orElseGet(DeliveryResponse::awaited);
        boolean sold = order.filter(OrderState::hasBuyer).isPresent();
        boolean changeable = order.isEmpty() || (sold && response.state() != DeliveryResponse.State.GIVEN);
        return response.forSeller(delivery.map(Delivery::readAt).orElse(null), changeable, sold);
    }

    private static DeliveryResponse.State stateOf(Delivery delivery, Optional<OrderState> order) {
        boolean spent = delivery.isSpent(order.map(OrderState::orderId).orElse(null));
        return spent ? DeliveryResponse.State.SPENT : DeliveryResponse.State.GIVEN;
    }

    private DeliveryResponse withValue(Delivery delivery, DeliveryResponse.State state) {
        DeliveryResponse response = DeliveryResponse.of(delivery, state);
        return delivery.kind() == DeliveryKind.FILE
                ? response
                : deliveries
                        .content(delivery.reference())
                        .map(response::withValue)
                        .orElse(response);
    }

    private DeliveryResponse showToBuyer(TicketView ticket, String buyerId) {
        String orderId = ticket.orderId().orElseThrow();
        Optional<Delivery> delivery = usable(Optional.ofNullable(ticket.delivery()), orderId);
        if (delivery.isEmpty()) {
            return DeliveryResponse.awaited();
        }
        DeliveryResponse response = DeliveryResponse.of(delivery.get(), DeliveryResponse.State.GIVEN);
        return delivery.get().kind() == DeliveryKind.FILE
                ? response
                : deliveries
                        .read(delivery.get().reference(), orderId, buyerId)
                        .map(response::withValue)
                        .orElseGet(DeliveryResponse::awaited);
    }

    /** Returns the file. A buyer's read is recorded. */
    byte[] file(String ticketId, String userId) {
        TicketView ticket = visibleTo(userId, ticketId);
        return Optional.ofNullable(ticket.delivery())
                .flatMap(deliveries::describe)
                .filter(delivery -> delivery.kind() == DeliveryKind.FILE)
                .flatMap(delivery -> ticket.sellerId().equals(userId)
                        ? deliveries.content(delivery.reference())
                        : deliveries.read(delivery.reference(), ticket.orderId().orElseThrow(), userId))
                .orElseThrow(() -> new ApiException(CommonError.NOT_FOUND));
    }

    /** Returns the deliveries that the ticket has or that a buyer has read, the oldest first, with their reads. */
    List<DeliveryReadsResponse> reads(String ticketId) {
        TicketView ticket = tickets.view(ticketId).orElseThrow(() -> new ApiException(CommonError.NOT_FOUND));
        return deliveries.ofTicket(ticketId, ticket.delivery()).stream()
                .map(delivery -> DeliveryReadsResponse.of(delivery, ticket))
                .toList();
    }

    private TicketView visibleTo(String userId, String ticketId) {
        return tickets.view(ticketId)
                .filter(ticket -> ticket.sellerId().equals(userId)
                        || ticket.order()
                                .filter(order -> order.isBoughtBy(userId))
                                .isPresent())
                .orElseThrow(() -> new ApiException(CommonError.NOT_FOUND));
    }
}
