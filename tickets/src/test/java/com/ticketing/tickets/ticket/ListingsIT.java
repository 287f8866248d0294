package com.ticketing.tickets.ticket;

import static com.ticketing.testsupport.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import com.ticketing.servicetest.Channels;
import com.ticketing.testsupport.Api;
import com.ticketing.testsupport.ApiResponse;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Update;

/** A seller's listings by their state. */
@TicketsServiceTest
class ListingsIT {

    @Autowired
    Api api;

    @Autowired
    Channels channels;

    @Autowired
    MongoOperations mongo;

    Seller seller;
    String onSale;
    String held;
    String sold;
    String delivered;
    String withdrawn;

    @BeforeEach
    void createTickets() {
        seller = Seller.signedIn(api);
        Seller.signedIn(api).createDefaultTicket();
        onSale = seller.createDefaultTicket();
        held = seller.createDefaultTicket();
        sold = seller.createDefaultTicket();
        delivered = seller.createDefaultTicket();
        withdrawn = seller.createDefaultTicket();
        seller.api().delete("/api/tickets/" + withdrawn).expect(204);
        seller.api()
                .put("/api/tickets/" + delivered + "/delivery", Map.of("kind", "code", "value", "code-" + delivered))
                .expect(204);
        channels.publish(OrderEvents.of(held).created());
        channels.publish(OrderEvents.of(sold).completed());
        channels.publish(OrderEvents.of(delivered).completed());
        eventually(() -> assertThat(listed("delivered")).isNotEmpty());
        eventually(() -> assertThat(listed("sold")).isNotEmpty());
        eventually(() -> assertThat(listed("held")).isNotEmpty());
    }

    @Test
    void areListedByTheirState() {
        assertListedByTheirState();
    }

    private void assertListedByTheirState() {
        assertThat(listed("on-sale")).containsExactly(onSale);
        assertThat(listed("held")).containsExactly(held);
        assertThat(listed("sold")).containsExactly(sold);
        assertThat(listed("delivered")).containsExactly(delivered);
        assertThat(listed("withdrawn")).containsExactly(withdrawn);
        assertThat(TicketPagesIT.ids(seller.api().get("/api/tickets/mine"))).hasSize(5);
    }

    @Test
    void arePagedWithinTheirState() {
        String newer = seller.createDefaultTicket();

        ApiResponse first =
                seller.api().get("/api/tickets/mine?status=on-sale&limit=1").expect(200);
        assertThat(TicketPagesIT.ids(first)).containsExactly(newer);
        String next = TicketPagesIT.next(first).orElseThrow();
        assertThat(TicketPagesIT.ids(seller.api().get(next).expect(200))).containsExactly(onSale);
    }

    @Test
    void areCounted() {
        seller.createDefaultTicket();

        assertThat(seller.api().get("/api/tickets/mine/totals").expect(200).text())
                .isEqualTo("{\"on-sale\":2,\"held\":1,\"sold\":1,\"delivered\":1,\"withdrawn\":1}");
        assertThat(api.get("/api/tickets/mine/totals").status()).isEqualTo(401);
    }

    @Test
    void rejectAnUnknownState() {
        ApiResponse rejected = seller.api().get("/api/tickets/mine?status=lost");

        assertThat(rejected.status()).isEqualTo(400);
        assertThat(rejected.codes()).containsExactly("status-unknown");
    }

    @Test
    void ofOlderVersionsAreFoundAfterTheMigration() {
        mongo.updateMulti(query(where("userId").is(seller.id())), new Update().unset("group"), Ticket.class);
        mongo.updateFirst(query(where("_id").is(held)), Update.update("group", "ON_SALE"), Ticket.class);
        List<Document> tickets = mongo.query(Ticket.class)
                .as(Document.class)
                .matching(query(where("userId").is(seller.id())))
                .all();

        assertThat(ListingGroupMigration.correct(mongo, tickets)).isEqualTo(5);
        assertListedByTheirState();
        List<Document> migrated = mongo.query(Ticket.class)
                .as(Document.class)
                .matching(query(where("userId").is(seller.id())))
                .all();
        assertThat(ListingGroupMigration.correct(mongo, migrated)).isZero();
    }

    private List<String> listed(String status) {
        return TicketPagesIT.ids(
                seller.api().get("/api/tickets/mine?status=" + status).expect(200));
    }
}
