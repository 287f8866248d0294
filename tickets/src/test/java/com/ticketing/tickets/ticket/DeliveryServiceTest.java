package com.ticketing.tickets.ticket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import com.ticketing.common.errors.ApiException;
import com.ticketing.common.errors.CommonError;
import com.ticketing.common.errors.ErrorCode;
import com.ticketing.common.events.TicketFacts;
import com.ticketing.common.quotas.HourlyQuotas;
import com.ticketing.tickets.TicketError;
import com.ticketing.tickets.delivery.Deliveries;
import com.ticketing.tickets.delivery.DeliveryContent;
import com.ticketing.tickets.delivery.DeliveryKind;
import com.ticketing.tickets.delivery.DeliveryReference;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two requests give the same content to a ticket at once, and the second one attaches it after other changes. */
class DeliveryServiceTest {

    private static final DeliveryContent CONTENT = DeliveryContent.text(DeliveryKind.CODE, "AB12-CD34");
    private static final DeliveryReference GIVEN =
            new DeliveryReference("fingerprint", Instant.parse("2030-01-01T12:00:00Z"));

    private final Tickets tickets = mock(Tickets.class);
    private final Deliveries deliveries = mock(Deliveries.class);
    private final DeliveryService service =
            new DeliveryService(tickets, deliveries, mock(HourlyQuotas.class), new ListingProperties(1));
    private final Ticket changed = ticket();

    private static Ticket ticket() {
        return Ticket.create("ticket", "seller", "Concert", BigDecimal.TEN, TicketFacts.NONE, null);
    }

    @BeforeEach
    void changeTheTicketAfterItsFirstRead() {
        when(deliveries.store("ticket", CONTENT)).thenReturn(GIVEN);
        when(tickets.find("ticket")).thenReturn(Optional.of(ticket())).thenReturn(Optional.of(changed));
    }

    @Test
    void keepsADeliveryThatTheOtherRequestHasAttached() {
        changed.deliver(GIVEN);
        changed.apply(new OrderState("order", 0, true));

        service.give("ticket", "seller", CONTENT);

        verify(deliveries, never()).discard(GIVEN);
        verify(tickets, never()).save(changed);
    }

    @Test
    void keepsTheDeliveryOfASoldTicketWhoseSellerIsDeleted() {
        changed.deliver(GIVEN);
        changed.apply(OrderState.sale("order", 1, "buyer"));
        changed.deleteSeller();

        assertRejected(CommonError.NOT_AUTHORIZED);

        verify(deliveries, never()).discard(GIVEN);
    }

    @Test
    void removesADeliveryThatNoRequestCouldAttach() {
        changed.apply(new OrderState("order", 0, true));

        assertRejected(TicketError.TICKET_RESERVED);

        verify(deliveries).discard(GIVEN);
    }

    private void assertRejected(ErrorCode code) {
        assertThatExceptionOfType(ApiException.class)
                .isThrownBy(() -> service.give("ticket", "seller", CONTENT))
                .satisfies(rejected -> assertThat(rejected.code()).isEqualTo(code));
    }
}
