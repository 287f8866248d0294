package com.ticketing.tickets.ticket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.ticketing.common.events.TicketCreated;
import com.ticketing.common.events.TicketFacts;
import com.ticketing.common.events.TicketUpdated;
import com.ticketing.common.ids.TimeOrderedIds;
import com.ticketing.common.text.SearchTokens;
import com.ticketing.tickets.delivery.DeliveryReference;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.stream.IntStream;
import org.assertj.core.api.AbstractListAssert;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;

class TicketTest {

    private final Ticket ticket =
            Ticket.create(TimeOrderedIds.next(), "seller", "Concert", new BigDecimal("20.50"), TicketFacts.NONE, null);

    @Test
    void isOnSaleAndRaisesTicketCreatedWhenItIsCreated() {
        assertThat(ticket.id()).matches("[0-9a-f]{24}");
        assertThat(ticket.hasActiveOrder()).isFalse();
        assertThat(ticket).hasFieldOrPropertyWithValue("onSale", true);
        raised(ticket).containsExactly(new TicketCreated(ticket.id(), 0, "Concert", new BigDecimal("20.5"), "seller"));
    }

    @Test
    void changesItsSearchTokensWithItsTitle() {
        ticket.edit("Front row", new BigDecimal("19.99"), TicketFacts.NONE, null);

        assertThat(ticket.title()).isEqualTo("Front row");
        assertThat(ticket.price()).isEqualByComparingTo("19.99");
        assertThat(ticket).extracting("searchTokens").isEqualTo(SearchTokens.of("Front row"));
        raised(ticket)
                .last()
                .isEqualTo(new TicketUpdated(ticket.id(), 0, "Front row", new BigDecimal("19.99"), "seller", null));
    }

    @Test
    void cannotBeEditedWhileAnOrderHoldsIt() {
        ticket.apply(new OrderState("a", 0, true));

        assertThatIllegalStateException()
                .isThrownBy(() -> ticket.edit("Other", BigDecimal.ONE, TicketFacts.NONE, null));
        assertThat(ticket.title()).isEqualTo("Concert");
    }

    @Test
    void isNotOnSaleWhileAnOrderIsActive() {
        ticket.apply(new OrderState("a", 0, true));
        assertThat(ticket.orderId()).contains("a");
        assertThat(ticket).hasFieldOrPropertyWithValue("onSale", false);

        ticket.apply(new OrderState("a", 1, false));
        assertThat(ticket.orderId()).isEmpty();
        assertThat(ticket).hasFieldOrPropertyWithValue("onSale", true);

        raised(ticket)
                .filteredOn(TicketUpdated.class::isInstance)
                .extracting("orderId")
                .containsExactly("a", null);
    }

    @Test
    void comparesOrderStatesByVersion() {
        ticket.apply(new OrderState("a", 1, true));

        assertThat(ticket.isNewer(new OrderState("a", 0, true))).isFalse();
        assertThat(ticket.isNewer(new OrderState("a", 1, false))).isFalse();
        assertThat(ticket.isNewer(new OrderState("a", 2, false))).isTrue();
        assertThat(ticket.isNewer(new OrderState("b", 0, true))).isTrue();
    }

    @Test
    void rejectsAnOrderStateThatIsNotNewer() {
        ticket.apply(new OrderState("a", 1, false));

        assertThatIllegalStateException().isThrownBy(() -> ticket.apply(new OrderState("a", 0, true)));
        assertThat(ticket.hasActiveOrder()).isFalse();
    }

    @Test
    void returnsTheNewerOfTwoActiveOrders() {
        ticket.apply(new OrderState("b", 0, true));
        ticket.apply(new OrderState("a", 0, true));
        assertThat(ticket.orderId()).contains("b");

        ticket.apply(new OrderState("b", 1, false));
        assertThat(ticket.orderId()).contains("a");
    }

    @Test
    void ignoresThePrunedOrdersBeyondTheLimit() {
        ticket.apply(new OrderState("order-z", 0, true));
        IntStream.range(100, 1_000).forEach(i -> ticket.apply(new OrderState("order-" + i, 1, false)));

        assertThat(ticket).extracting("orders", InstanceOfAssertFactories.LIST).hasSize(20);
        assertThat(ticket)
                .extracting("prunedOrders", InstanceOfAssertFactories.LIST)
                .containsExactly("order-980");
        assertThat(ticket.orderId()).contains("order-z");
    }

    private static AbstractListAssert<?, ?, Object, ?> raised(Ticket ticket) {
        return assertThat(ticket)
                .extracting("raised", InstanceOfAssertFactories.LIST)
                .extracting("event");
    }

    @Test
    void isNotOnSaleWhileItIsWithdrawn() {
        ticket.withdrawListing();
        assertThat(ticket).hasFieldOrPropertyWithValue("onSale", false);
        assertThat(ticket).hasFieldOrPropertyWithValue("group", ListingGroup.WITHDRAWN);

        ticket.restoreListing();
        assertThat(ticket).hasFieldOrPropertyWithValue("onSale", true);
        assertThat(ticket).hasFieldOrPropertyWithValue("group", ListingGroup.ON_SALE);
        raised(ticket)
                .filteredOn(TicketUpdated.class::isInstance)
                .extracting("hidden")
                .containsExactly(true, null);
    }

    @Test
    void cannotBeWithdrawnOrRestoredWhileAnOrderIsActive() {
        ticket.apply(new OrderState("a", 0, true));

        assertThatIllegalStateException().isThrownBy(ticket::withdrawListing);
        assertThatIllegalStateException().isThrownBy(ticket::restoreListing);
        assertThat(ticket.isWithdrawn()).isFalse();
    }

    @Test
    void publishesTheOrderThatItsWithdrawalWasFasterThan() {
        ticket.withdrawListing();
        ticket.apply(new OrderState("a", 0, true));

        raised(ticket)
                .last()
                .isEqualTo(new TicketUpdated(
                        ticket.id(), 0, "Concert", new BigDecimal("20.5"), "seller", "a", true, TicketFacts.NONE));
        assertThat(ticket).hasFieldOrPropertyWithValue("group", ListingGroup.HELD);

        ticket.apply(new OrderState("a", 1, false));
        assertThat(ticket).hasFieldOrPropertyWithValue("onSale", false);
        assertThat(ticket).hasFieldOrPropertyWithValue("group", ListingGroup.WITHDRAWN);
    }

    @Test
    void isSoldIfItsOrderWasPaidBeforeItsWithdrawalArrived() {
        ticket.withdrawListing();
        ticket.apply(OrderState.sale("a", 1, "buyer"));

        assertThat(ticket).hasFieldOrPropertyWithValue("group", ListingGroup.SOLD);
    }

    @Test
    void isDeliveredOnceTheSoldTicketHasItsDelivery() {
        ticket.apply(OrderState.sale("a", 1, "buyer"));
        assertThat(ticket).hasFieldOrPropertyWithValue("group", ListingGroup.SOLD);

        ticket.deliver(new DeliveryReference("fingerprint", Instant.EPOCH));
        assertThat(ticket).hasFieldOrPropertyWithValue("group", ListingGroup.DELIVERED);
    }
}
