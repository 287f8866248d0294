package com.ticketing.tickets.ticket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import com.ticketing.testsupport.Api;
import com.ticketing.testsupport.ApiResponse;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Query;

/** Clients may store the list and the tickets, and revalidate them. */
@TicketsServiceTest
class ConditionalReadsIT {

    @Autowired
    Api api;

    @Autowired
    MongoOperations mongo;

    Seller seller;
    String id;

    @BeforeEach
    void createTicket() {
        mongo.remove(new Query(), Ticket.class);
        seller = Seller.signedIn(api);
        id = seller.createDefaultTicket();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/tickets", "/api/tickets?q=conc&limit=1", "/api/tickets/{id}"})
    void answers304UntilTheTicketChanges(String route) {
        String path = route.replace("{id}", id);
        ApiResponse read = api.get(path).expect(200);
        assertThat(read.header("Cache-Control")).hasValue("no-cache");
        assertThat(read.header("Pragma")).isEmpty();
        String tag = tag(read);

        ApiResponse unchanged = api.with("If-None-Match", tag).get(path);
        assertThat(unchanged.status()).isEqualTo(304);
        assertThat(unchanged.text()).isEmpty();
        assertThat(tag(unchanged)).isEqualTo(tag);
        assertThat(unchanged.header("Cache-Control")).hasValue("no-cache");
        // as a proxy that compresses the response writes it
        assertThat(api.with("If-None-Match", "W/" + tag).get(path).status()).isEqualTo(304);

        change();

        ApiResponse changed = api.with("If-None-Match", tag).get(path).expect(200);
        assertThat(changed.text()).contains("Concert, changed");
        assertThat(tag(changed)).isNotEqualTo(tag);
    }

    /**
     * A browser revalidates what it stored, so its next read contains its own change, whatever it has stored before.
     */
    @Test
    void sellersReadTheirOwnChanges() {
        for (int change = 1; change <= 20; change++) {
            String tag = tag(api.get("/api/tickets").expect(200));
            String created = seller.createDefaultTicket();

            assertThat(api.with("If-None-Match", tag)
                            .get("/api/tickets")
                            .expect(200)
                            .text())
                    .contains(created);
        }
    }

    /** The bodies are equal; without another tag, a client would keep the old header. */
    @Test
    void theTagChangesWithTheLinkToTheNextPage() {
        String only = tag(api.get("/api/tickets?limit=1").expect(200));
        String newest = seller.createDefaultTicket();
        ApiResponse withNext = api.get("/api/tickets?limit=1").expect(200);
        mongo.remove(query(where("_id").is(id)), Ticket.class);

        ApiResponse last = api.with("If-None-Match", tag(withNext))
                .get("/api/tickets?limit=1")
                .expect(200);

        assertThat(last.text()).isEqualTo(withNext.text()).contains(newest);
        assertThat(last.header("Link")).isEmpty();
        assertThat(tag(last)).isNotIn(only, tag(withNext));
    }

    @Test
    void errorsAreNotStored() {
        ApiResponse missing = api.get("/api/tickets/000000000000000000000000");

        assertThat(missing.status()).isEqualTo(404);
        assertThat(missing.header("ETag")).isEmpty();
        assertThat(missing.header("Cache-Control"))
                .hasValueSatisfying(value -> assertThat(value).contains("no-store"));
    }

    @Test
    void headAnswersWithTheSameHeaders() {
        ApiResponse read = api.get("/api/tickets").expect(200);
        ApiResponse head = api.send("HEAD", "/api/tickets", null).expect(200);

        assertThat(head.text()).isEmpty();
        assertThat(tag(head)).isEqualTo(tag(read));
        assertThat(head.header("Content-Length")).isEqualTo(read.header("Content-Length"));
        assertThat(head.header("Content-Type"))
                .isEqualTo(read.header("Content-Type"))
                .hasValue("application/json");
    }

    @Test
    void isJsonForEveryClientThatAcceptsIt() {
        String text = api.get("/api/tickets").expect(200).text();

        assertThat(api.with("Accept", "application/hal+json")
                        .get("/api/tickets")
                        .expect(200)
                        .text())
                .isEqualTo(text);
        assertThat(api.with("Accept", "*/*").get("/api/tickets").expect(200).text())
                .isEqualTo(text);
        assertThat(api.with("Accept", "text/html").get("/api/tickets").codes()).containsExactly("not-acceptable");
    }

    private void change() {
        seller.api()
                .put("/api/tickets/" + id, Map.of("title", "Concert, changed", "price", 20))
                .expect(200);
    }

    private static String tag(ApiResponse response) {
        return response.header("ETag").orElseThrow();
    }
}
