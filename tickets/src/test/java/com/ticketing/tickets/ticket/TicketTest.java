package com.ticketing.tickets.ticket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.ticketing.common.events.TicketCreated;
import com.ticketing.common.events.TicketUpdated;
import com.ticketing.tickets.ticket.Ticket.OrderRecord;
import java.math.BigDecimal;
import java.util.stream.IntStream;
import org.assertj.core.api.AbstractListAssert;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;

class TicketTest {

    private final Ticket ticket = Ticket.list("seller", "Concert", new BigDecimal("20.50"));

    @Test
    void isListedUnderANewId() {
        assertThat(ticket.id()).matches("[0-9a-f]{24}");
        assertThat(ticket.isReserved()).isFalse();
        assertThat(ticket).hasFieldOrPropertyWithValue("listed", true);
        raised(ticket).containsExactly(new TicketCreated(ticket.id(), 0, "Concert", new BigDecimal("20.5"), "seller"));
    }

    @Test
    void isEditedWithItsWords() {
        ticket.edit("Front row", new BigDecimal("19.99"));

        assertThat(ticket.title()).isEqualTo("Front row");
        assertThat(ticket.price()).isEqualByComparingTo("19.99");
        assertThat(ticket).extracting("words").isEqualTo(Words.of("Front row"));
        raised(ticket)
                .last()
                .isEqualTo(new TicketUpdated(ticket.id(), 0, "Front row", new BigDecimal("19.99"), "seller", null));
    }

    @Test
    void cannotBeEditedWhileItIsReserved() {
        ticket.follow(new OrderRecord("a", 0, true));

        assertThatIllegalStateException().isThrownBy(() -> ticket.edit("Other", BigDecimal.ONE));
        assertThat(ticket.title()).isEqualTo("Concert");
    }

    @Test
    void isReservedAndFreeAgainAsItsOrderGoes() {
        ticket.follow(new OrderRecord("a", 0, true));
        assertThat(ticket.orderId()).contains("a");
        assertThat(ticket).hasFieldOrPropertyWithValue("listed", false);

        ticket.follow(new OrderRecord("a", 1, false));
        assertThat(ticket.orderId()).isEmpty();
        assertThat(ticket).hasFieldOrPropertyWithValue("listed", true);

        raised(ticket)
                .filteredOn(TicketUpdated.class::isInstance)
                .extracting("orderId")
                .containsExactly("a", null);
    }

    @Test
    void knowsNewsByTheOrdersVersion() {
        ticket.follow(new OrderRecord("a", 1, true));

        assertThat(ticket.isNews(new OrderRecord("a", 0, true))).isFalse();
        assertThat(ticket.isNews(new OrderRecord("a", 1, false))).isFalse();
        assertThat(ticket.isNews(new OrderRecord("a", 2, false))).isTrue();
        assertThat(ticket.isNews(new OrderRecord("b", 0, true))).isTrue();
    }

    @Test
    void refusesWhatIsNoNews() {
        ticket.follow(new OrderRecord("a", 1, false));

        assertThatIllegalStateException().isThrownBy(() -> ticket.follow(new OrderRecord("a", 0, true)));
        assertThat(ticket.isReserved()).isFalse();
    }

    @Test
    void belongsToTheNewerOfTwoActiveOrders() {
        ticket.follow(new OrderRecord("b", 0, true));
        ticket.follow(new OrderRecord("a", 0, true));
        assertThat(ticket.orderId()).contains("b");

        ticket.follow(new OrderRecord("b", 1, false));
        assertThat(ticket.orderId()).contains("a");
    }

    @Test
    void forgetsTheOldestEndedOrdersBeyondTheBound() {
        ticket.follow(new OrderRecord("holder", 0, true));
        IntStream.range(0, 1_000).forEach(i -> ticket.follow(new OrderRecord("ended-" + i, 1, false)));

        assertThat(ticket).extracting("orders", InstanceOfAssertFactories.LIST).hasSize(1_000);
        assertThat(ticket.orderId()).contains("holder");
        assertThat(ticket.isNews(new OrderRecord("ended-0", 0, true))).isTrue();
        assertThat(ticket.isNews(new OrderRecord("ended-1", 0, true))).isFalse();
    }

    private static AbstractListAssert<?, ?, Object, ?> raised(Ticket ticket) {
        return assertThat(ticket)
                .extracting("raised", InstanceOfAssertFactories.LIST)
                .extracting("event");
    }
}
