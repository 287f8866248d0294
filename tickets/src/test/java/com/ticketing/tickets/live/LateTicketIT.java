package com.ticketing.tickets.live;

import static com.ticketing.testsupport.Eventually.await;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.ConnectionString;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.ticketing.common.events.TicketCreated;
import com.ticketing.testsupport.ApiResponse;
import com.ticketing.testsupport.SignedIn;
import com.ticketing.tickets.ServiceProcess;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.bson.Document;
import org.junit.jupiter.api.Test;

/**
 * A process with a slow clock creates a ticket whose id is lower than ids that a reader has seen. The ticket belongs to
 * neither page of that reader, so the stream has to deliver it.
 */
class LateTicketIT {

    private static final ServiceProcess.Shared SHARED = ServiceProcess.Shared.create();

    @Test
    void isDeliveredByTheStreamAndListedInItsPlace() throws Exception {
        try (ServiceProcess service = ServiceProcess.start(SHARED);
                SseClient stream = SseClient.open(service.url())) {
            List<String> created =
                    IntStream.range(0, 5).mapToObj(i -> create(service)).toList();
            ApiResponse firstPage = service.api().get("/api/tickets?limit=3").expect(200);
            assertThat(ids(firstPage)).isEqualTo(created.reversed().subList(0, 3));

            String late = createWithSlowClock(service, created.get(3));

            await().until(() -> !stream.of(late).isEmpty());
            assertThat(stream.of(late).getFirst().version()).isZero();
            assertThat(ids(service.api().get("/api/tickets?limit=3&after=" + created.get(2))))
                    .as("the next page neither repeats nor omits a ticket that existed before the first one")
                    .containsExactly(created.get(1), created.get(0));
            assertThat(ids(service.api().get("/api/tickets")))
                    .containsExactly(
                            created.get(4), created.get(3), late, created.get(2), created.get(1), created.get(0));
        }
    }

    private static String create(ServiceProcess service) {
        return service.api()
                .as(SignedIn.as(SignedIn.newId(), "seller@example.com"))
                .post("/api/tickets", Map.of("title", "Concert", "price", 20))
                .expect(201)
                .json()
                .path("id")
                .asString();
    }

    /** Creates a ticket in the database and on the channel, as another process whose id precedes the given one. */
    private static String createWithSlowClock(ServiceProcess service, String next) {
        String id = Long.toHexString(Long.parseLong(next.substring(0, 12), 16) - 1) + next.substring(12);
        ConnectionString address = new ConnectionString(SHARED.mongo());
        try (MongoClient mongo = MongoClients.create(address)) {
            MongoCollection<Document> tickets =
                    mongo.getDatabase(requireNonNull(address.getDatabase())).getCollection("tickets");
            Document ticket =
                    requireNonNull(tickets.find(new Document("_id", next)).first());
            tickets.insertOne(ticket.append("_id", id));
        }
        service.publish(new TicketCreated(id, 0, "Concert", new BigDecimal("20"), SignedIn.newId()));
        return id;
    }

    private static List<String> ids(ApiResponse response) {
        return response.json()
                .valueStream()
                .map(ticket -> ticket.path("id").asString())
                .toList();
    }
}
