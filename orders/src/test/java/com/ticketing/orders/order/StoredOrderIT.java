package com.ticketing.orders.order;

import static com.ticketing.servicetest.StoredDocuments.surviving;
import static org.assertj.core.api.Assertions.assertThat;

import com.ticketing.common.events.OrderStatus;
import com.ticketing.common.time.BackgroundTask;
import com.ticketing.servicetest.StoredDocuments;
import java.time.Instant;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoOperations;

/** Orders that released versions have stored. */
@OrdersServiceTest
class StoredOrderIT {

    @Autowired
    MongoOperations mongo;

    @Autowired
    Orders orders;

    @Autowired
    BackgroundTask overdueHoldsSweep;

    /** The stored hold is overdue, so that the sweep would cancel it. */
    @BeforeEach
    void stopTheSweep() {
        overdueHoldsSweep.stop();
    }

    @AfterEach
    void startTheSweep() {
        overdueHoldsSweep.start();
    }

    @Test
    void readsChangesAndWritesAnOrderOfVersion010() {
        StoredDocuments stored = new StoredDocuments(mongo, Order.class);
        Document released = stored.insert("0.1.0/order.json");

        Order order = orders.find(released.getString("_id")).orElseThrow();
        assertThat(order.version()).isZero();
        assertThat(order.status()).isEqualTo(OrderStatus.CREATED);
        assertThat(order.buyerId()).isEqualTo("6924f0a15c0b2e6d7c0000bb");
        assertThat(order.expiresAt()).isEqualTo(Instant.parse("2026-11-25T12:15:00Z"));
        assertThat(order.ticket().price()).isEqualTo("19.99");
        order.complete(Instant.parse("2026-11-25T12:10:00Z"));
        orders.save(order);

        Document saved = stored.get(released);
        assertThat(saved.getString("status")).isEqualTo("COMPLETE");
        assertThat(saved).doesNotContainKey("holdSlot");
        assertThat(saved).containsEntry("ticketId", "6924f0a15c0b2e6d7c000001").containsEntry("occupancy", "active");
        assertThat(saved.getDate("completedAt")).isEqualTo("2026-11-25T12:10:00Z");
        assertThat(surviving(saved, "status", "completedAt", "ticketId", "occupancy", "ticket"))
                .isEqualTo(surviving(released, "status", "holdSlot", "ticket"));
        assertThat(saved.get("ticket", Document.class)).containsAllEntriesOf(released.get("ticket", Document.class));
    }
}
