package com.ticketing.tickets.live;

import static com.ticketing.testsupport.Eventually.await;
import static org.assertj.core.api.Assertions.assertThat;

import com.ticketing.devservers.CacheFolder;
import com.ticketing.devservers.NatsStreamingServer;
import com.ticketing.testsupport.Api;
import com.ticketing.testsupport.SignedIn;
import com.ticketing.tickets.ServiceProcess;
import com.ticketing.tickets.live.SseClient.Event;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The live list after the broker's store was lost, so that its sequence numbers start again. */
class LostStoreIT {

    private static final int TICKETS_BEFORE = 5;

    @TempDir
    Path store;

    NatsStreamingServer broker;
    ServiceProcess process;

    @BeforeEach
    void start() {
        broker = NatsStreamingServer.start(CacheFolder.path(), store);
        process = ServiceProcess.start(ServiceProcess.Shared.on(broker));
    }

    @AfterEach
    void stop() {
        process.close();
        broker.close();
    }

    @Test
    void resetsOpenStreamsAndSendsTheNextChanges() throws Exception {
        try (SseClient stream = SseClient.open(process.url())) {
            createTickets(TICKETS_BEFORE);
            await().until(() -> stream.events().size() == TICKETS_BEFORE);

            broker.loseStore();

            // the process publishes them in any order; the first event of a new store is the reset
            List<String> created = createTickets(2);
            await().until(() -> stream.events().size() >= TICKETS_BEFORE + 2);
            List<Event> next = List.copyOf(stream.events()).subList(TICKETS_BEFORE, TICKETS_BEFORE + 2);
            assertThat(next).extracting(Event::name).containsExactly("reset", "ticket");
            assertThat(created).contains(next.getLast().ticket());
        }
    }

    @Test
    void resetsAClientThatResumesFromThePreviousStore() throws Exception {
        String reached;
        try (SseClient stream = SseClient.open(process.url())) {
            createTickets(TICKETS_BEFORE);
            await().until(() -> stream.events().size() == TICKETS_BEFORE);
            reached = stream.lastId();
        }
        broker.loseStore();
        try (SseClient unaware = SseClient.open(process.url())) {
            createTickets(TICKETS_BEFORE + 2);
            // a reset and the other tickets
            await().until(() -> unaware.events().size() >= TICKETS_BEFORE + 2);
        }

        try (SseClient stream = SseClient.open(process.url(), reached)) {
            await().until(() -> !stream.events().isEmpty());

            assertThat(stream.events().getFirst().name()).isEqualTo("reset");
        }
    }

    private List<String> createTickets(int count) {
        Api seller = process.api().as(SignedIn.as(SignedIn.newId(), "seller@example.com"));
        return IntStream.range(0, count)
                .mapToObj(number -> seller.post("/api/tickets", Map.of("title", "Concert " + number, "price", 20))
                        .expect(201)
                        .json()
                        .path("id")
                        .asString())
                .toList();
    }
}
