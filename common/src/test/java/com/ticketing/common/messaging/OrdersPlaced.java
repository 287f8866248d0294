package com.ticketing.common.messaging;

import com.ticketing.common.events.OrderCreated;
import com.ticketing.common.events.OrderStatus;
import java.math.BigDecimal;
import java.time.Instant;
import org.bson.types.ObjectId;

/** Creates events of placed orders. */
final class OrdersPlaced {

    private OrdersPlaced() {}

    static OrderCreated next() {
        return new OrderCreated(
                new ObjectId().toHexString(),
                0,
                OrderStatus.CREATED,
                "buyer",
                Instant.parse("2026-11-24T12:00:00Z"),
                new OrderCreated.Ticket(new ObjectId().toHexString(), BigDecimal.TEN, null));
    }
}
