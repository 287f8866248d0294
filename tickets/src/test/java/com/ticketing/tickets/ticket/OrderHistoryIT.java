package com.ticketing.tickets.ticket;

import static com.ticketing.testsupport.Eventually.eventually;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.ticketing.common.events.Event;
import com.ticketing.common.events.OrderCancelled;
import com.ticketing.common.events.OrderCompleted;
import com.ticketing.common.events.OrderCreated;
import com.ticketing.common.events.OrderRefunded;
import com.ticketing.common.events.TicketFacts;
import com.ticketing.common.ids.TimeOrderedIds;
import com.ticketing.servicetest.Channels;
import com.ticketing.testsupport.Api;
import com.ticketing.testsupport.InMemoryBus;
import com.ticketing.testsupport.Seeded;
import com.ticketing.testsupport.SignedIn;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.bson.Document;
import org.bson.RawBsonDocument;
import org.bson.codecs.DocumentCodec;
import org.bson.types.Decimal128;
import org.bson.types.ObjectId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.test.context.TestPropertySource;

/**
 * A ticket's document, and what reads load of it, stay small however many orders the ticket had.
 * {@code -Dhistory.holds=10000} takes some minutes; {@link KnownOrdersTest} has as many without a database.
 */
@TicketsServiceTest
// creates a context with a separate database, because the embedded database scans all documents for each update
@TestPropertySource(properties = "messaging.max-deliveries=4")
class OrderHistoryIT {

    private static final int HOLDS = Integer.getInteger("history.holds", 300);

    /**
     * The size of a ticket with 20 orders and one watermark, all of which have a fixed size but the digits of indexes.
     */
    private static final int MAX_DOCUMENT_BYTES = 2_000;

    @Autowired
    Api api;

    @Autowired
    Channels channels;

    @Autowired
    MongoOperations mongo;

    @Autowired
    Tickets tickets;

    @Autowired
    FindCommandRecorder finds;

    @Autowired
    OrderCreatedListener created;

    @Autowired
    OrderCancelledListener cancelled;

    @Autowired
    OrderCompletedListener completed;

    @Autowired
    OrderRefundedListener refunded;

    private InMemoryBus bus;

    @BeforeEach
    void connect() {
        mongo.remove(new Query(), Ticket.class);
        bus = new InMemoryBus()
                .with(OrderCreated.class, created::onMessage)
                .with(OrderCancelled.class, cancelled::onMessage)
                .with(OrderCompleted.class, completed::onMessage)
                .with(OrderRefunded.class, refunded::onMessage);
    }

    @Test
    void staysSmallAndTheTicketFreeAfterManyHoldsAndAReplayInAnyOrder() {
        Ticket ticket = tickets.save(
                Ticket.create(TimeOrderedIds.next(), "seller", "Concert", BigDecimal.TEN, TicketFacts.NONE, null));
        List<Event> events = new ArrayList<>(Stream.generate(() -> OrderEvents.of(ticket.id()))
                .limit(HOLDS)
                .flatMap(order -> Stream.of(order.created(), order.cancelled()))
                .toList());

        bus.deliver(events);
        Document after = stored(ticket.id());
        assertThat(after.getList("orders", Document.class)).hasSize(20);
        assertThat(after.getList("prunedOrders", String.class)).hasSize(1);
        assertThat(after.getLong("version")).isEqualTo(2L * HOLDS);

        long seed = Seeded.newSeed();
        Collections.shuffle(events, new Random(seed));
        bus.deliver(events);
        Document replayed = stored(ticket.id());
        assertThat(replayed.getLong("version")).as("seed %d", seed).isEqualTo(after.getLong("version"));
        assertThat(replayed.getBoolean("listed")).as("seed %d", seed).isTrue();
        assertThat(tickets.view(ticket.id()).orElseThrow().orderId()).isEmpty();
        eventually(() -> assertThat(bytes(stored(ticket.id()))).isLessThan(MAX_DOCUMENT_BYTES));
    }

    @Test
    void isNotLoadedByListsAndByTheTicketRoute() {
        String seller = SignedIn.newId();
        mongo.getCollection("tickets")
                .insertMany(Stream.generate(() -> ofPreviousVersion(seller, 1_000))
                        .limit(20)
                        .toList());
        Api signedIn = api.as(SignedIn.as(seller, "seller@example.com"));
        String one = api.get("/api/tickets?limit=1").json().path(0).path("id").asString();

        for (String path : List.of("/api/tickets?limit=200", "/api/tickets/mine?limit=200", "/api/tickets/" + one)) {
            long before = finds.repliedBytes();
            signedIn.get(path).expect(200);
            // 1.4 MB with the orders
            assertThat(finds.repliedBytes() - before).as(path).isBetween(100L, 20_000L);
        }
    }

    @Test
    void ofThePreviousVersionIsShrunkByTheNextOrder() {
        Document ticket = ofPreviousVersion(SignedIn.newId(), 1_000);
        mongo.getCollection("tickets").insertOne(ticket);
        String oldest = ticket.getList("orders", Document.class).getFirst().getString("orderId");
        OrderEvents order = OrderEvents.of(ticket.getString("_id"));

        channels.publish(order.created());

        eventually(() -> assertThat(api.get("/api/tickets/" + ticket.getString("_id"))
                        .json()
                        .path("orderId")
                        .asString(""))
                .isEqualTo(order.order()));
        Document shrunk = stored(ticket.getString("_id"));
        assertThat(shrunk.getList("orders", Document.class)).hasSize(20);
        assertThat(shrunk.getList("prunedOrders", String.class)).hasSize(1);
        bus.deliver(List.of(new OrderEvents(oldest, order.buyer(), order.ticket()).created()));
        assertThat(stored(ticket.getString("_id")).getLong("version")).isEqualTo(shrunk.getLong("version"));
    }

    /** Returns a document as version 0.1.0 stored it: all orders, the oldest first, and no watermarks. */
    private static Document ofPreviousVersion(String seller, int orders) {
        List<Document> ended = Stream.generate(() -> new Document("orderId", new ObjectId().toHexString())
                        .append("version", 1L)
                        .append("holds", false))
                .limit(orders)
                .toList();
        return new Document("_id", SignedIn.newId())
                .append("userId", seller)
                .append("title", "Concert")
                .append("words", List.of("concert"))
                .append("price", Decimal128.parse("20"))
                .append("orders", ended)
                .append("hidden", false)
                .append("listed", true)
                .append("version", 2L * orders);
    }

    private Document stored(String ticket) {
        return requireNonNull(
                mongo.getCollection("tickets").find(new Document("_id", ticket)).first());
    }

    private static int bytes(Document document) {
        return new RawBsonDocument(document, new DocumentCodec())
                .getByteBuffer()
                .remaining();
    }
}
