package com.ticketing.acceptance.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.ticketing.testsupport.Api;
import com.ticketing.testsupport.ApiResponse;
import com.ticketing.testsupport.SignedIn;
import java.util.Map;
import java.util.UUID;

/**
 * Two cancellations and a ban, whose events are lost with the broker's store before any other service consumes them.
 */
final class LostEvents {

    private static final Map<String, Object> EDIT = Map.of("title", "Edited", "price", "21.00");

    private final String admin = SignedIn.newId();
    private final String seller = SignedIn.newId();
    private final String buyer = SignedIn.newId();
    private final String bannedSeller;
    private final String bannedSellersTicket;
    private final String paidOrder;
    private final String releasedOrder;
    private final String releasedTicket;

    /** Creates what the events are about. */
    LostEvents(UpProcess up) {
        String email = UUID.randomUUID() + "@example.com";
        Api other = up.api()
                .as(up.api()
                        .post("/api/users/signup", Map.of("email", email, "password", "a good password"))
                        .expect(201)
                        .session());
        bannedSeller =
                other.get("/api/users/currentuser").json().at("/currentUser/id").asString();
        bannedSellersTicket = other.post("/api/tickets", Map.of("title", "To be hidden", "price", "20.00"))
                .expect(201)
                .json()
                .path("id")
                .asString();
        paidOrder = Purchase.place(as(seller, up), as(buyer, up), "To be paid").orderId();
        Purchase released = Purchase.place(as(seller, up), as(buyer, up), "To be released");
        releasedOrder = released.orderId();
        releasedTicket = released.order().at("/ticket/id").asString();
    }

    void occur(UpProcess up) {
        as(buyer, up).delete("/api/orders/" + paidOrder).expect(204);
        as(buyer, up).delete("/api/orders/" + releasedOrder).expect(204);
        as(admin, up, "admin")
                .post("/api/users/" + bannedSeller + "/ban", Map.of("reason", "test"))
                .expect(200);
    }

    void assertUnknownToOtherServices(UpProcess up) {
        assertThat(edit(up).status()).isEqualTo(400);
        assertThat(isListed(up)).isTrue();
    }

    /** The payment of an order that payments believes to be held is refunded, before anything is published again. */
    void assertAPaymentIsRefunded(UpProcess up) {
        Purchase purchase = new Purchase(paidOrder, as(seller, up), as(buyer, up));

        assertThat(purchase.payOnceReplicated(as(buyer, up)).status()).isEqualTo(201);

        purchase.repeatUntil(purchase::hasRefund);
        StripeStandInClient stripe = new StripeStandInClient(up);
        assertThat(stripe.charges(paidOrder)).isEqualTo(1);
        await().atMost(UpProcess.TIMEOUT)
                .untilAsserted(() -> assertThat(stripe.refunds(paidOrder)).hasSize(1));
    }

    void assertApplied(UpProcess up) {
        assertThat(edit(up).status()).isEqualTo(200);
        assertThat(isListed(up)).isFalse();
    }

    private ApiResponse edit(UpProcess up) {
        return as(seller, up).put("/api/tickets/" + releasedTicket, EDIT);
    }

    private boolean isListed(UpProcess up) {
        return up.api().get("/api/tickets?limit=200").expect(200).json().values().stream()
                .anyMatch(ticket -> ticket.path("id").asString().equals(bannedSellersTicket));
    }

    /** Returns a client with a new token, because the test lasts longer than a token. */
    private static Api as(String userId, UpProcess up, String... roles) {
        return up.api().as(SignedIn.as(userId, "user@example.com", roles));
    }
}
