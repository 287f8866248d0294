package com.ticketing.payments.receipt;

import static org.assertj.core.api.Assertions.assertThat;

import com.ticketing.common.events.UserDeleted;
import com.ticketing.common.security.CurrentUser;
import com.ticketing.payments.OrderEvents;
import com.ticketing.payments.PaymentsServiceTest;
import com.ticketing.payments.payment.Payment;
import com.ticketing.servicetest.StoredDocuments;
import com.ticketing.testsupport.Api;
import com.ticketing.testsupport.SignedIn;
import java.time.Instant;
import java.util.Map;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.data.mongodb.core.MongoOperations;
import tools.jackson.databind.JsonNode;

/** The receipt of an order of another user, for admins. */
@ExtendWith(OutputCaptureExtension.class)
class AdminReceiptsIT extends PaymentsServiceTest {

    @Autowired
    MongoOperations mongo;

    private Api admin = new Api("");

    @BeforeEach
    void signIn() {
        admin = withRole(SignedIn.newId(), CurrentUser.ADMIN);
    }

    private Api withRole(String userId, String role) {
        return api.as(SignedIn.as(userId, "admin@test.com", role));
    }

    private static String path(String orderId) {
        return "/api/payments?orderId=" + orderId;
    }

    private JsonNode shown(Api caller, OrderEvents order) {
        return caller.get(path(order.id())).expect(200).json();
    }

    private OrderEvents paid() {
        OrderEvents order = placed("19.99");
        pay(order, "tok_visa").expect(201);
        return order;
    }

    @Test
    void showsTheAmountAndNoCard() {
        OrderEvents order = paid();

        JsonNode receipts = shown(admin, order);

        assertThat(receipts).hasSize(1);
        assertThat(receipts.get(0))
                .isEqualTo(as(order.seller())
                        .get("/api/payments?sold=true")
                        .expect(200)
                        .json()
                        .get(0));
        assertThat(receipts.get(0).path("orderId").asString()).isEqualTo(order.id());
        assertThat(receipts.get(0).path("amount").decimalValue()).isEqualByComparingTo("19.99");
        assertThat(receipts.get(0).has("card")).isFalse();
    }

    @Test
    void isForAdminsAndTheBuyerOnly() {
        OrderEvents order = paid();

        api.get(path(order.id())).expect(401);
        assertThat(shown(as(SignedIn.newId()), order)).isEmpty();
        assertThat(shown(as(order.seller()), order)).isEmpty();
        for (String role : new String[] {CurrentUser.SCANNER, "ADMIN", "ROLE_admin"}) {
            assertThat(shown(withRole(SignedIn.newId(), role), order)).as(role).isEmpty();
        }
        assertThat(shown(as(order.buyer()), order)
                        .get(0)
                        .path("card")
                        .path("last4")
                        .asString())
                .isEqualTo("4242");
    }

    @Test
    void anAdminsOwnPurchasesStayApart() {
        OrderEvents other = paid();
        OrderEvents own = paid();
        Api buyer = withRole(own.buyer(), CurrentUser.ADMIN);

        assertThat(shown(buyer, own).get(0).path("card").path("last4").asString())
                .isEqualTo("4242");
        assertThat(shown(buyer, other).get(0).has("card")).isFalse();
        assertThat(buyer.get("/api/payments").expect(200).json()).hasSize(1);
        assertThat(buyer.get("/api/payments?sold=true").expect(200).json()).isEmpty();
    }

    @Test
    void followsTheRefundThatTheAdminMakes() {
        OrderEvents order = paid();
        String id = shown(admin, order).get(0).path("id").asString();

        admin.post("/api/payments/" + id + "/refund", Map.of("relist", false)).expect(200);

        JsonNode receipt = shown(admin, order).get(0);
        assertThat(receipt.path("status").asString()).isEqualTo("refunded");
        assertThat(receipt.path("refund").path("reason").asString()).isEqualTo("requested");
    }

    @Test
    void doesNotExistForAnUnpaidOrder() {
        OrderEvents order = placed("20");
        assertThat(shown(admin, order)).isEmpty();
        pay(order, "tok_chargeDeclined").expect(400);
        assertThat(shown(admin, order)).isEmpty();
        assertThat(admin.get(path(SignedIn.newId())).expect(200).json()).isEmpty();
    }

    @Test
    void knowsTheAnswerOfTheBuyersBank() {
        OrderEvents order = placed("20");
        pay(order, "tok_threeDSecure2Required").expect(202);
        assertThat(shown(admin, order).get(0).path("status").asString()).isEqualTo("action-required");

        authenticate(order, "pass");

        assertThat(shown(admin, order).get(0).path("status").asString()).isEqualTo("paid");
    }

    @Test
    void isLoggedUnlessItIsTheAdminsOwn(CapturedOutput log) {
        OrderEvents order = paid();
        String adminId = SignedIn.newId();

        shown(withRole(order.buyer(), CurrentUser.ADMIN), order);
        assertThat(log.getOut()).doesNotContain("Receipt read by admin: adminId=" + order.buyer());
        shown(withRole(adminId, CurrentUser.ADMIN), order);

        assertThat(log.getOut()).contains("Receipt read by admin: adminId=" + adminId + " orderId=" + order.id());
    }

    @Test
    void staysWhenTheBuyerIsDeleted() {
        OrderEvents order = paid();

        channels.publish(new UserDeleted(order.buyer(), 1, Instant.now()));
        awaitPayment(order, Payment::isBuyerDeleted);

        assertThat(shown(admin, order).get(0).path("status").asString()).isEqualTo("paid");
    }

    @Test
    void isReadFromAPaymentOfVersion010() {
        Document released = new StoredDocuments(mongo, Payment.class).insert("0.1.0/payment.json");

        JsonNode receipt =
                admin.get(path(released.getString("_id"))).expect(200).json().get(0);

        assertThat(receipt.path("status").asString()).isEqualTo("paid");
        assertThat(receipt.path("stripeId").asString()).isEqualTo("pi_stored_0_1_0");
        assertThat(receipt.has("card")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1", "..%2F..%2Fadmin", "%00", "%7B%22$ne%22:null%7D", "$%7Bjndi:ldap:%2F%2Fx%7D"})
    void doesNotExistForAMalformedId(String id) {
        assertThat(admin.get(path(id)).expect(200).json()).isEmpty();
    }
}
