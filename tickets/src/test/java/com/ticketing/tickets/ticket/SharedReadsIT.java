package com.ticketing.tickets.ticket;

import static com.ticketing.testsupport.Eventually.await;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import com.ticketing.testsupport.Api;
import com.ticketing.testsupport.ApiResponse;
import com.ticketing.testsupport.database.BlockedCommands;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoOperations;

/** Concurrent reads share a query that begins after each of them has arrived. */
@TicketsServiceTest
class SharedReadsIT {

    private static final int REQUESTS = 50;

    @Autowired
    Api api;

    @Autowired
    BlockedCommands commands;

    @Autowired
    MeterRegistry meters;

    @Autowired
    MongoOperations mongo;

    Seller seller;
    String id;

    final ExecutorService clients = Executors.newCachedThreadPool();

    @BeforeEach
    void createTicket() {
        seller = Seller.signedIn(api);
        id = seller.createDefaultTicket();
    }

    @AfterEach
    void stopClients() {
        commands.release();
        clients.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/tickets", "/api/tickets?q=concert&limit=7", "/api/tickets/{id}"})
    void fiftySimultaneousRequestsMakeTwoQueries(String route) throws Exception {
        String path = route.replace("{id}", id);
        Future<ApiResponse> first = readInProgress(path);
        List<Future<ApiResponse>> others = arrive(REQUESTS - 1, path);

        commands.release();

        String text = first.get().expect(200).text();
        for (Future<ApiResponse> other : others) {
            assertThat(other.get().expect(200).text()).isEqualTo(text);
        }
        assertThat(commands.recorded()).hasSize(2);
    }

    @Test
    void viewsOfDifferentTicketsShareTheirQuery() throws Exception {
        List<String> ids =
                Stream.generate(seller::createDefaultTicket).limit(10).toList();
        String missing = "000000000000000000000000";
        Future<ApiResponse> first = readInProgress("/api/tickets/" + id);
        double before = combined();
        List<Future<ApiResponse>> others = Stream.concat(ids.stream(), Stream.of(missing))
                .map(ticket -> clients.submit(() -> api.get("/api/tickets/" + ticket)))
                .toList();
        await().until(() -> combined() == before + ids.size());

        commands.release();

        assertThat(idOf(first.get())).isEqualTo(id);
        for (int i = 0; i < ids.size(); i++) {
            assertThat(idOf(others.get(i).get())).isEqualTo(ids.get(i));
        }
        assertThat(others.getLast().get().codes()).containsExactly("not-found");
        assertThat(commands.recorded()).hasSize(2);
    }

    @Test
    void aTicketThatCannotBeReadFailsOnlyItsOwnViews() throws Exception {
        String broken = seller.createDefaultTicket();
        String other = seller.createDefaultTicket();
        var stored = mongo.getCollection("tickets");
        stored.updateOne(Filters.eq("_id", broken), Updates.set(Ticket.PRICE, "planted"));
        try {
            Future<ApiResponse> first = readInProgress("/api/tickets/" + id);
            double before = combined();
            Future<ApiResponse> ofBroken = clients.submit(() -> api.get("/api/tickets/" + broken));
            Future<ApiResponse> ofOther = clients.submit(() -> api.get("/api/tickets/" + other));
            await().until(() -> combined() == before + 1);

            commands.release();

            assertThat(idOf(first.get())).isEqualTo(id);
            assertThat(idOf(ofOther.get())).isEqualTo(other);
            assertThat(ofBroken.get().status()).isEqualTo(500);
        } finally {
            stored.deleteOne(Filters.eq("_id", broken));
        }
    }

    @Test
    void aTextThatIsNoIdDoesNotShareAQuery() throws Exception {
        Future<ApiResponse> first = readInProgress("/api/tickets/" + id);
        Future<ApiResponse> other = clients.submit(() -> api.get("/api/tickets/no-id"));

        await().until(() -> commands.recorded().size() == 2);

        commands.release();
        assertThat(idOf(first.get())).isEqualTo(id);
        assertThat(other.get().codes()).containsExactly("not-found");
    }

    /** The text and the order of the words differ, and the page is given explicitly or by default. */
    @Test
    void requestsWithTheSameMeaningShareTheirQuery() throws Exception {
        Future<ApiResponse> first = readInProgress("/api/tickets?q=Concert%20x");
        double before = combined();
        Future<ApiResponse> second = clients.submit(() -> api.get("/api/tickets?q=x+CONCERT"));
        Future<ApiResponse> third = clients.submit(() -> api.get("/api/tickets?limit=50&q=concert,+x"));
        await().until(() -> combined() == before + 1);

        commands.release();

        assertThat(List.of(
                        first.get().status(), second.get().status(), third.get().status()))
                .containsOnly(200);
        assertThat(commands.recorded()).hasSize(2);
    }

    @Test
    void aReadReturnsAChangeThatWasAcknowledgedBeforeIt() throws Exception {
        String path = "/api/tickets/" + id;
        Future<ApiResponse> first = readInProgress(path);
        seller.api().put(path, Map.of("title", "Changed", "price", 30)).expect(200);
        List<Future<ApiResponse>> later = arrive(2, path);

        commands.release();

        // the first query had its result before the change: a reader who joined it would read the old title
        assertThat(title(first.get())).isEqualTo("Concert");
        for (Future<ApiResponse> read : later) {
            assertThat(title(read.get())).isEqualTo("Changed");
        }
    }

    @Test
    void aSearchReturnsATicketThatWasCreatedBeforeIt() throws Exception {
        Future<ApiResponse> first = readInProgress("/api/tickets");
        String created = seller.createDefaultTicket();
        List<Future<ApiResponse>> later = arrive(2, "/api/tickets");

        commands.release();

        assertThat(first.get().text()).contains(id).doesNotContain(created);
        for (Future<ApiResponse> read : later) {
            assertThat(read.get().json().path(0).path("id").asString()).isEqualTo(created);
        }
    }

    @Test
    void everyReaderOfAMissingTicketIsAnsweredWith404() throws Exception {
        String path = "/api/tickets/000000000000000000000000";
        Future<ApiResponse> first = readInProgress(path);
        List<Future<ApiResponse>> later = arrive(5, path);

        commands.release();

        assertThat(first.get().codes()).containsExactly("not-found");
        for (Future<ApiResponse> read : later) {
            assertThat(read.get().codes()).containsExactly("not-found");
        }
    }

    private Future<ApiResponse> readInProgress(String path) {
        commands.block(ViewQueries::isOne);
        Future<ApiResponse> read = clients.submit(() -> api.get(path));
        await().until(() -> commands.recorded().size() == 1);
        return read;
    }

    /** Returns after the requests have arrived: one waits for the query in progress, the others have joined it. */
    private List<Future<ApiResponse>> arrive(int count, String path) {
        double before = combined();
        List<Future<ApiResponse>> reads = IntStream.range(0, count)
                .mapToObj(number -> clients.submit(() -> api.get(path)))
                .toList();
        await().until(() -> combined() == before + count - 1);
        return reads;
    }

    private double combined() {
        return meters.get("reads.combined").counters().stream()
                .mapToDouble(Counter::count)
                .sum();
    }

    private static String idOf(ApiResponse response) {
        return response.expect(200).json().path("id").asString();
    }

    private static String title(ApiResponse response) {
        return response.expect(200).json().path("title").asString();
    }
}
