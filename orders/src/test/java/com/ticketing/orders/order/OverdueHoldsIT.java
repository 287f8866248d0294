package com.ticketing.orders.order;

import static com.ticketing.testsupport.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoCollection;
import com.ticketing.common.events.ExpirationComplete;
import com.ticketing.common.events.PaymentCreated;
import com.ticketing.common.events.Subject;
import com.ticketing.orders.ServiceProcesses;
import com.ticketing.orders.ticket.TicketReplicas;
import com.ticketing.servicetest.Channels;
import com.ticketing.testsupport.Api;
import com.ticketing.testsupport.ApiResponse;
import com.ticketing.testsupport.ConcurrentRequests;
import com.ticketing.testsupport.MovableClock;
import com.ticketing.testsupport.SignedIn;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.data.mongodb.core.MongoOperations;

/** Two processes of the service share the database, and no expiration service runs. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OverdueHoldsIT {

    private static final Duration HOLD = Duration.ofMinutes(15);
    private static final Duration GRACE = Duration.ofSeconds(30);

    private final MovableClock clock = new MovableClock();
    private final ServiceProcesses processes = new ServiceProcesses(clock);

    ConfigurableApplicationContext one;
    ConfigurableApplicationContext other;
    Channels channels;
    TicketPublisher publisher;
    Buyer buyer;
    String ticket;
    String order;

    @BeforeAll
    void startTwoProcesses() throws Exception {
        one = processes.start("--orders.sweep-interval=PT0.2S", "--orders.max-active=3");
        other = processes.start("--orders.sweep-interval=PT0.2S", "--orders.max-active=3");
        channels = new Channels(one.getEnvironment());
        publisher = new TicketPublisher(channels, one.getBean(TicketReplicas.class));
    }

    @AfterAll
    void stop() throws Exception {
        channels.close();
        other.close();
        one.close();
    }

    @BeforeEach
    void placeOrder() {
        clock.stop();
        buyer = Buyer.signedIn(api(one));
        ticket = publisher.publishTicket();
        order = buyer.placeOrder(ticket);
    }

    @Test
    void cancelsAHoldOnceWhenItsGraceHasPassed() {
        List<String> orders =
                Stream.generate(this::placeByAnotherBuyer).limit(40).toList();
        clock.advance(HOLD.plus(GRACE).minusMillis(1));
        one.getBean(OverdueHolds.class).cancelBatch();
        assertThat(orders).allSatisfy(id -> assertThat(statusOf(id)).isEqualTo("CREATED"));

        clock.advance(Duration.ofMillis(1));

        eventually(() -> assertThat(orders).allSatisfy(id -> {
            assertThat(statusOf(id)).isEqualTo("CANCELLED");
            assertThat(channels.received(Subject.ORDER_CANCELLED, id)).hasSize(1);
        }));
        assertThat(orders).allSatisfy(id -> assertThat(find(id).version()).isEqualTo(1));
        assertThat(buyer.statusOf(order)).isEqualTo("cancelled");
        Buyer.signedIn(api(one)).placeOrder(ticket);
    }

    @Test
    void cancelsTheOtherHoldsIfOneCannotBeCancelled() {
        MongoCollection<Document> orders = one.getBean(MongoOperations.class).getCollection("orders");
        Document broken = new Document("_id", SignedIn.newId())
                .append("status", "CREATED")
                .append("expiresAt", Date.from(Instant.EPOCH));
        orders.insertOne(broken);

        clock.advance(HOLD.plus(GRACE));

        eventually(() -> assertThat(buyer.statusOf(order)).isEqualTo("cancelled"));
        assertThat(orders.deleteOne(broken).getDeletedCount()).isEqualTo(1);
    }

    @Test
    void givesAnOverdueTicketToOneOfTheBuyersWhoOrderItAtBothProcesses() throws Exception {
        clock.advance(HOLD);
        List<Buyer> buyers = IntStream.range(0, 20)
                .mapToObj(number -> Buyer.signedIn(api(number % 2 == 0 ? one : other)))
                .toList();

        List<ApiResponse> responses = ConcurrentRequests.send(buyers, each -> each.requestOrder(ticket));

        assertThat(responses).filteredOn(response -> response.status() == 201).hasSize(1);
        assertThat(responses)
                .filteredOn(response -> response.status() != 201)
                .hasSize(19)
                .allSatisfy(response -> assertThat(response.codes()).containsExactly("ticket-reserved"));
        assertThat(buyer.statusOf(order)).isEqualTo("cancelled");
        eventually(() ->
                assertThat(channels.received(Subject.ORDER_CANCELLED, order)).hasSize(1));
        assertThat(find(order).version()).isEqualTo(1);
    }

    @Test
    void keepsAHoldUntilItsLastMoment() {
        clock.advance(HOLD.minusMillis(1));

        assertThat(Buyer.signedIn(api(other)).requestOrder(ticket).codes()).containsExactly("ticket-reserved");
        assertThat(buyer.statusOf(order)).isEqualTo("created");
    }

    @Test
    void givesAnOverdueTicketToItsFormerHolderAfterThePause() {
        clock.advance(HOLD);

        assertThat(buyer.requestOrder(ticket).codes()).containsExactly("held-recently");

        assertThat(buyer.statusOf(order)).isEqualTo("cancelled");
        clock.advance(Duration.ofSeconds(30));
        String next = buyer.placeOrder(ticket);
        assertThat(buyer.statusOf(next)).isEqualTo("created");
    }

    @Test
    void doesNotCountOverdueHoldsAgainstTheHoldLimit() {
        buyer.placeOrder(publisher.publishTicket());
        buyer.placeOrder(publisher.publishTicket());
        String another = publisher.publishTicket();
        assertThat(buyer.requestOrder(another).codes()).containsExactly("too-many-holds");

        clock.advance(HOLD);

        buyer.placeOrder(another);
    }

    @Test
    void ignoresTheLateExpiration() {
        clock.advance(HOLD);
        Buyer next = Buyer.signedIn(api(other));
        String held = next.placeOrder(ticket);

        channels.publish(new ExpirationComplete(order));
        channels.publish(new ExpirationComplete(order));
        awaitExpirationsHandled();

        assertThat(find(order).version()).isEqualTo(1);
        assertThat(next.statusOf(held)).isEqualTo("created");
        assertThat(find(held).version()).isZero();
    }

    @Test
    void keepsAnOrderThatWasPaidInTime() {
        channels.publish(new PaymentCreated(SignedIn.newId(), order, "pi_1", 0L));
        eventually(() -> assertThat(buyer.statusOf(order)).isEqualTo("complete"));
        String overdue = placeByAnotherBuyer();

        clock.advance(HOLD.plus(GRACE));

        eventually(() -> assertThat(statusOf(overdue)).isEqualTo("CANCELLED"));
        assertThat(Buyer.signedIn(api(other)).requestOrder(ticket).codes()).containsExactly("ticket-reserved");
        assertThat(buyer.statusOf(order)).isEqualTo("complete");
    }

    private String placeByAnotherBuyer() {
        return Buyer.signedIn(api(other)).placeOrder(publisher.publishTicket());
    }

    /** Awaits the effect of a later message on the channel, which delivers in order. */
    private void awaitExpirationsHandled() {
        String later = placeByAnotherBuyer();
        clock.advance(HOLD);
        channels.publish(new ExpirationComplete(later));
        eventually(() -> assertThat(statusOf(later)).isEqualTo("CANCELLED"));
    }

    private String statusOf(String orderId) {
        return find(orderId).status().name();
    }

    private Order find(String orderId) {
        return one.getBean(Orders.class).find(orderId).orElseThrow();
    }

    private static Api api(ConfigurableApplicationContext process) {
        return new Api("http://localhost:" + process.getEnvironment().getRequiredProperty("local.server.port"));
    }
}
