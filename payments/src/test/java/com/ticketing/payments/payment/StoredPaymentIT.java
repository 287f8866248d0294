package com.ticketing.payments.payment;

import static com.ticketing.servicetest.StoredDocuments.surviving;
import static org.assertj.core.api.Assertions.assertThat;

import com.ticketing.common.events.OrderRefunded;
import com.ticketing.common.events.OrderStatus;
import com.ticketing.common.events.TicketReference;
import com.ticketing.payments.PaymentsServiceTest;
import com.ticketing.servicetest.StoredDocuments;
import java.time.Instant;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoOperations;

/** Payments that released versions have stored. */
class StoredPaymentIT extends PaymentsServiceTest {

    @Autowired
    MongoOperations mongo;

    @Test
    void readsChangesAndWritesAPaymentOfVersion010() {
        StoredDocuments stored = new StoredDocuments(mongo, Payment.class);
        Document released = stored.insert("0.1.0/payment.json");

        Payment payment = payments.get(released.getString("_id"));
        assertThat(payment.isPaid()).isTrue();
        assertThat(payment.intentId()).isEqualTo("pi_stored_0_1_0");
        assertThat(payment.charged().amount()).isEqualTo(1999);
        assertThat(payment.order().price()).isEqualTo("19.99");
        String ticket = payment.order().ticketId();
        payment.applyOrder(
                OrderReplica.of(new OrderRefunded(
                        payment.id(), 2, OrderStatus.REFUNDED, "buyer", new TicketReference(ticket), false)),
                Instant.parse("2026-11-25T13:00:00Z"));
        payments.save(payment);

        Document saved = stored.get(released);
        assertThat(surviving(saved, "order")).isEqualTo(surviving(released, "order"));
        assertThat(saved.get("order", Document.class))
                .isEqualTo(new Document(released.get("order", Document.class))
                        .append("version", 2L)
                        .append("status", "REFUNDED"));
    }
}
