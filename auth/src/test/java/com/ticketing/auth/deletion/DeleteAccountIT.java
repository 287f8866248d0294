package com.ticketing.auth.deletion;

import static com.mongodb.client.model.Filters.eq;
import static com.ticketing.auth.TestAccounts.PASSWORD;
import static com.ticketing.auth.TestAccounts.cookies;
import static com.ticketing.auth.TestAccounts.newEmail;
import static com.ticketing.auth.TestAccounts.refresh;
import static com.ticketing.auth.TestAccounts.signIn;
import static com.ticketing.auth.TestAccounts.signUp;
import static com.ticketing.testsupport.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import com.ticketing.auth.AuthTest;
import com.ticketing.common.events.Event;
import com.ticketing.common.events.OrderCancelled;
import com.ticketing.common.events.OrderCompleted;
import com.ticketing.common.events.OrderCreated;
import com.ticketing.common.events.OrderStatus;
import com.ticketing.common.events.PaymentCreated;
import com.ticketing.common.events.PaymentRefunded;
import com.ticketing.common.events.Subject;
import com.ticketing.common.events.TicketReference;
import com.ticketing.common.events.UserBanned;
import com.ticketing.servicetest.Channels;
import com.ticketing.testsupport.Api;
import com.ticketing.testsupport.ApiResponse;
import com.ticketing.testsupport.ApiResponse.Failure;
import com.ticketing.testsupport.ConcurrentRequests;
import com.ticketing.testsupport.MovableClock;
import com.ticketing.testsupport.SignedIn;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.data.mongodb.core.MongoOperations;
import tools.jackson.databind.JsonNode;

/** What a deletion erases, and what prevents it. */
@AuthTest
@Import(Channels.class)
class DeleteAccountIT {

    private static final String PATH = "/api/users/me";

    @Autowired
    Api api;

    @Autowired
    Channels channels;

    @Autowired
    MongoOperations mongo;

    @Autowired
    OpenOrders openOrders;

    @Autowired
    MovableClock clock;

    String email = newEmail();
    ApiResponse user;
    String id;
    String order = SignedIn.newId();
    Instant expiresAt;

    @BeforeEach
    void createAccount() {
        user = signUp(api.with("User-Agent", "Phone of " + email), email).expect(201);
        id = user.json().path("id").asString();
        expiresAt = clock.instant().plus(Duration.ofMinutes(15));
    }

    @Test
    void erasesTheAccountAndEndsAllSessions() {
        ApiResponse laptop = signIn(api, email, PASSWORD).expect(200);

        ApiResponse deleted = delete().expect(204);

        assertThat(deleted.header("Set-Cookie").orElseThrow()).contains("Max-Age=0");
        refresh(api, user).expect(401);
        refresh(api, laptop).expect(401);
        signIn(api, email, PASSWORD).expect(400);
        signIn(api, id, PASSWORD).expect(400);
        eventually(() -> {
            api.as(laptop.session()).get("/api/users/sessions").expect(401);
            assertThat(storedText()).doesNotContain(email);
        });
        assertThat(account()).containsKey("deletedAt").doesNotContainKeys("ban", "unbannedAt");
        assertThat(account().getString("email")).isEqualTo(id);
        assertThat(account().getString("passwordHash")).isEmpty();
        delete().expect(401);
    }

    @Test
    void publishesTheDeletionOnce() {
        delete().expect(204);

        eventually(() -> assertThat(channels.received(Subject.USER_DELETED, id)).hasSize(1));
        JsonNode event = channels.received(Subject.USER_DELETED, id).getFirst();
        assertThat(event.path("version").asLong()).isEqualTo(account().getLong("version"));
        assertThat(event.has("at")).isTrue();
    }

    @Test
    void letsTheEmailBeRegisteredAgain() {
        delete().expect(204);

        ApiResponse again = signUp(api, email).expect(201);

        assertThat(again.json().path("id").asString()).isNotEqualTo(id);
        api.as(cookies(again)).get("/api/users/sessions").expect(200);
    }

    @Test
    void anEarlierBanThatArrivesLateDoesNotResurrectTheUser() {
        delete().expect(204);
        eventually(() -> api.as(user.session()).get("/api/users/sessions").expect(401));

        channels.publish(new UserBanned(id, 0, Instant.now()));
        channels.publish(new UserBanned("last", 1, Instant.now()));
        eventually(() -> assertThat(
                        mongo.getCollection("bans").find(eq("_id", "last")).first())
                .isNotNull());

        api.as(user.session()).get("/api/users/sessions").expect(401);
    }

    @Test
    void requiresThePasswordAndTheSession() {
        assertThat(api.as(user.session())
                        .send("DELETE", PATH, Map.of("password", "not it"))
                        .expect(400)
                        .errors())
                .containsExactly(new Failure("Invalid credentials", "password", "invalid-credentials"));
        assertThat(api.as(user.session())
                        .send("DELETE", PATH, Map.of("password", ""))
                        .expect(400)
                        .codes())
                .containsExactly("password-missing");
        api.send("DELETE", PATH, Map.of("password", PASSWORD)).expect(401);

        refresh(api, user).expect(200);
    }

    @Test
    void onlyOneOfConcurrentRequestsDeletesTheAccount() throws InterruptedException {
        List<ApiResponse> responses = ConcurrentRequests.send(List.of(1, 2, 3, 4), any -> delete());

        assertThat(responses).extracting(ApiResponse::status).contains(204).doesNotContain(409, 500);
        eventually(() -> assertThat(channels.received(Subject.USER_DELETED, id)).hasSize(1));
    }

    @Test
    void anActiveHoldPreventsItUntilItIsReleased() {
        publish(created());
        assertBlocked("holds");

        publish(cancelled());

        eventually(() -> delete().expect(204));
    }

    @Test
    void anExpiredHoldDoesNotPreventIt() {
        publish(created());
        assertBlocked("holds");

        clock.advance(Duration.ofMinutes(16));

        delete(signIn(api, email, PASSWORD).expect(200)).expect(204);
    }

    @Test
    void aRefundThatIsDuePreventsIt() {
        publish(cancelled(), charged());
        assertBlocked("payments");

        publish(refunded());

        eventually(() -> delete().expect(204));
    }

    @Test
    void aSaleDoesNotPreventIt() {
        publish(created(), charged());
        assertBlocked("payments");

        publish(completed());

        eventually(() -> delete().expect(204));
    }

    @Test
    void theOrdersOfOthersDoNotPreventIt() {
        publish(new OrderCreated(
                order,
                0,
                OrderStatus.CREATED,
                SignedIn.newId(),
                expiresAt,
                new OrderCreated.Ticket(SignedIn.newId(), BigDecimal.TEN, id)));
        eventually(() -> assertThat(mongo.findById(order, OpenOrder.class)).isNotNull());

        delete().expect(204);
    }

    @Test
    void removesOldOrdersExceptThoseWithARefundDue() {
        String closed = SignedIn.newId();
        openOrders.held(closed, id, expiresAt);
        openOrders.closed(closed, id);
        openOrders.held(order, id, expiresAt);
        openOrders.charged(order);
        openOrders.released(order, id);
        String recent = SignedIn.newId();
        clock.advance(OpenOrders.RETENTION.plusSeconds(1));
        openOrders.released(recent, id);

        openOrders.removeOld();

        assertThat(mongo.findById(closed, OpenOrder.class)).isNull();
        assertThat(mongo.findById(order, OpenOrder.class)).isNotNull();
        assertThat(mongo.findById(recent, OpenOrder.class)).isNotNull();
    }

    /** Awaits the effect of the events, without a request: one that came too early would delete the account. */
    private void assertBlocked(String kind) {
        eventually(() -> assertThat(openOrders.ofBuyer(id))
                .singleElement()
                .returns(kind.equals("payments"), OpenOrder::isCharged));
        ApiResponse blocked = delete().expect(409);
        assertThat(blocked.codes()).containsExactly("deletion-blocked");
        JsonNode current = blocked.json().path("current");
        String other = kind.equals("holds") ? "payments" : "holds";
        assertThat(current.path(kind)).extracting(JsonNode::asString).containsExactly(order);
        assertThat(current.path(other)).isEmpty();
    }

    private ApiResponse delete() {
        return delete(user);
    }

    private ApiResponse delete(ApiResponse session) {
        return api.as(cookies(session)).send("DELETE", PATH, Map.of("password", PASSWORD));
    }

    private void publish(Event... events) {
        for (Event event : events) {
            channels.publish(event);
        }
    }

    private OrderCreated created() {
        return new OrderCreated(
                order,
                0,
                OrderStatus.CREATED,
                id,
                expiresAt,
                new OrderCreated.Ticket(SignedIn.newId(), BigDecimal.TEN, SignedIn.newId()));
    }

    private OrderCancelled cancelled() {
        return new OrderCancelled(order, 1, OrderStatus.CANCELLED, id, new TicketReference(SignedIn.newId()));
    }

    private OrderCompleted completed() {
        return new OrderCompleted(order, 1, OrderStatus.COMPLETE, id, new TicketReference(SignedIn.newId()));
    }

    private PaymentCreated charged() {
        return new PaymentCreated(SignedIn.newId(), order, "pi_1", 0L);
    }

    private PaymentRefunded refunded() {
        return new PaymentRefunded(SignedIn.newId(), order, "pi_1", 1, "cancelled", false);
    }

    private Document account() {
        return Objects.requireNonNull(
                mongo.getCollection("accounts").find(eq("_id", id)).first());
    }

    /** Returns all documents of the service as text. */
    private String storedText() {
        StringBuilder text = new StringBuilder();
        for (String collection : mongo.getCollectionNames()) {
            mongo.findAll(Document.class, collection)
                    .forEach(document -> text.append(document.toJson()).append('\n'));
        }
        return text.toString();
    }
}
