package com.ticketing.common.events;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/** One event of each subject, and the file that pins its JSON. */
final class Examples {

    private static final String TICKET = "6924400000000000000000a1";
    private static final String SELLER = "6924400000000000000000b1";
    private static final String BUYER = "6924400000000000000000b2";
    private static final String BANNED = "6924400000000000000000b3";
    private static final String SESSION = "6924400000000000000000e1";
    private static final String ORDER = "6924400000000000000000c1";
    private static final String PAYMENT = "6924400000000000000000d1";
    private static final String STRIPE = "pi_3PexampleExample";
    private static final BigDecimal PRICE = new BigDecimal("19.99");

    private static final TicketFacts FACTS = new TicketFacts(
            Instant.parse("2027-06-12T17:30:00Z"), "Europe/Vienna", "Stephaniensaal", "Graz", "music", "Row 3, seat 7");

    private Examples() {}

    static List<Event> all() {
        TicketReference ticket = new TicketReference(TICKET);
        return List.of(
                new TicketCreated(TICKET, 0, "Concert, front row", PRICE, SELLER),
                new TicketUpdated(TICKET, 3, "Concert, front row", new BigDecimal("20.00"), SELLER, ORDER, null, FACTS),
                new OrderCreated(
                        ORDER,
                        0,
                        OrderStatus.CREATED,
                        BUYER,
                        Instant.parse("2026-11-24T12:15:00Z"),
                        new OrderCreated.Ticket(TICKET, PRICE, SELLER)),
                new OrderCancelled(ORDER, 1, OrderStatus.CANCELLED, BUYER, ticket),
                new OrderCompleted(
                        ORDER,
                        1,
                        OrderStatus.COMPLETE,
                        BUYER,
                        new OrderCompleted.Ticket(TICKET, "Concert, front row", PRICE, SELLER, FACTS),
                        Instant.parse("2026-11-24T12:03:00Z")),
                new OrderRefunded(ORDER, 2, OrderStatus.REFUNDED, BUYER, ticket, true),
                new OrderUsed(ORDER, 2, OrderStatus.COMPLETE, BUYER, ticket, Instant.parse("2026-11-24T19:30:00Z")),
                new ExpirationComplete(ORDER),
                new PaymentCreated(PAYMENT, ORDER, STRIPE, 0L),
                new PaymentRefunded(PAYMENT, ORDER, STRIPE, 1, "requested", true),
                new PaymentDisputed(PAYMENT, ORDER, STRIPE, 1, DisputeStatus.OPEN),
                new UserBanned(BANNED, 4, Instant.parse("2026-11-24T12:00:00Z")),
                new UserUnbanned(BANNED, 5, Instant.parse("2026-11-25T12:00:00Z")),
                new UserDeleted(BANNED, 6, Instant.parse("2026-11-26T12:00:00Z")),
                new UserSessionEnded(BANNED, SESSION, Instant.parse("2026-11-24T12:00:00Z")));
    }

    /** Returns the content of the file without the final line break. */
    static String file(Event event) {
        String name = "examples/" + event.subject().channel().replace(':', '-') + ".json";
        try (InputStream file = Objects.requireNonNull(EventJson.class.getResourceAsStream(name), name)) {
            return new String(file.readAllBytes(), UTF_8).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
