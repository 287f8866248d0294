package com.ticketing.payments.deletion;

import static com.mongodb.client.model.Filters.eq;
import static com.ticketing.testsupport.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import com.ticketing.common.bans.Bans;
import com.ticketing.common.events.UserDeleted;
import com.ticketing.common.ids.TimeOrderedIds;
import com.ticketing.payments.OrderEvents;
import com.ticketing.payments.PaymentsServiceTest;
import com.ticketing.payments.payment.ChargeStatus;
import com.ticketing.payments.payment.Payment;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoOperations;

/** The payments of a deleted buyer lose the card and stay until their retention ends. */
class DeletedBuyersIT extends PaymentsServiceTest {

    @Autowired
    MongoOperations mongo;

    @Autowired
    Bans bans;

    @Test
    void erasesTheCardAndKeepsThePaymentForTheBooks() {
        OrderEvents order = placed("19.99");
        pay(order, "tok_visa").expect(201);
        assertThat(stored(order)).contains("\"4242\"");

        delete(order.buyer());
        awaitPayment(order, Payment::isBuyerDeleted);

        assertThat(stored(order))
                .doesNotContain("\"4242\"", "visa", "tok_", "pm_")
                .contains("pi_", "1999", "SUCCEEDED");
        assertThat(as(order.seller())
                        .get("/api/payments?sold=true")
                        .expect(200)
                        .json()
                        .get(0)
                        .path("status")
                        .asString())
                .isEqualTo("paid");
        eventually(() -> as(order.buyer()).get("/api/payments").expect(401));
    }

    @Test
    void refundsADeletedBuyer() {
        OrderEvents order = placed("19.99");
        String id = pay(order, "tok_visa").expect(201).json().path("id").asString();
        delete(order.buyer());
        awaitPayment(order, Payment::isBuyerDeleted);

        as(order.seller()).post("/api/payments/" + id + "/refund", Map.of()).expect(200);

        awaitStatus(order, ChargeStatus.REFUNDED);
        assertThat(refunds(order)).hasSize(1);
    }

    @Test
    void keepsTheCardsOfOthers() {
        OrderEvents order = placed("19.99");
        pay(order, "tok_visa").expect(201);
        OrderEvents other = placed("19.99");

        delete(order.seller());
        delete(other.buyer());
        awaitPayment(other, Payment::isBuyerDeleted);

        assertThat(stored(order)).contains("\"4242\"");
    }

    @Test
    void erasesTheCardOfAPaymentThatIsDecidedAfterTheDeletion() {
        OrderEvents order = placed("19.99");
        payByMethod(order, "pm_card_threeDSecure2Required").expect(202);
        delete(order.buyer());
        awaitPayment(order, Payment::isBuyerDeleted);

        authenticate(order, "succeed");
        channels.publish(order.cancelled());

        awaitStatus(order, ChargeStatus.REFUNDED);
        assertThat(stored(order)).doesNotContain("\"last4\"", "tok_", "pm_");
    }

    @Test
    void recordsTheDeletionOfTheBuyerOfAnOrderThatArrivesLater() {
        OrderEvents order = OrderEvents.priced("19.99");
        delete(order.buyer());
        eventually(() -> assertThat(bans.isDeleted(order.buyer())).isTrue());

        placed(order);
        channels.publish(order.cancelled());

        awaitPayment(order, Payment::isBuyerDeleted);
    }

    @Test
    void removesThePaymentsOfDeletedBuyersAfterTheirRetention() {
        OrderEvents order = placed(placedNow());
        pay(order, "tok_visa").expect(201);
        OrderEvents other = placed(placedNow());
        pay(other, "tok_visa").expect(201);
        delete(order.buyer());
        awaitPayment(order, Payment::isBuyerDeleted);
        Instant later = Instant.now().plus(Duration.ofMinutes(1));

        payments.removeOfDeletedBuyers(Instant.now().minus(Duration.ofDays(1)), 200);
        assertThat(payments.find(order.id())).isPresent();

        eventually(() -> {
            payments.removeOfDeletedBuyers(later, 200);
            assertThat(payments.find(order.id())).isEmpty();
        });
        assertThat(payments.find(other.id())).isPresent();
    }

    @Test
    void keepsAPaymentThatIsNotDecidedAfterItsRetention() {
        OrderEvents order = placed(placedNow());
        payByMethod(order, "pm_card_threeDSecure2Required").expect(202);
        delete(order.buyer());
        awaitPayment(order, Payment::isBuyerDeleted);

        payments.removeOfDeletedBuyers(Instant.now().plus(Duration.ofMinutes(1)), 200);

        assertThat(payments.find(order.id())).isPresent();
    }

    /** Returns an order whose id has its time, as those of the orders service. */
    private static OrderEvents placedNow() {
        OrderEvents order = OrderEvents.priced("19.99");
        return new OrderEvents(
                TimeOrderedIds.next(),
                order.buyer(),
                order.seller(),
                order.ticketId(),
                order.price(),
                order.expiresAt());
    }

    private void delete(String userId) {
        channels.publish(new UserDeleted(userId, 1, Instant.now()));
    }

    private String stored(OrderEvents order) {
        return Objects.requireNonNull(mongo.getCollection("payments")
                        .find(eq("_id", order.id()))
                        .first())
                .toJson();
    }
}
