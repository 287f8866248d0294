package com.ticketing.tickets.ticket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import com.mongodb.MongoCommandException;
import com.ticketing.testsupport.Api;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.bson.BsonDocument;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.MongoDatabaseFactory;

/** Every list is served by an index, so that its cost does not grow with the number of tickets. */
@TicketsServiceTest
class TicketIndexesIT {

    private static final int COMMAND_NOT_FOUND = 59;

    @Autowired
    Api api;

    @Autowired
    MongoDatabaseFactory mongo;

    @Autowired
    FindCommandRecorder finds;

    @Test
    void createsTheIndexes() {
        Map<String, Document> indexes = new LinkedHashMap<>();
        mongo.getMongoDatabase()
                .getCollection("tickets")
                .listIndexes()
                .forEach(index -> indexes.put(index.getString("name"), index.get("key", Document.class)));

        assertThat(indexes)
                .contains(
                        entry("listed_1__id_-1", new Document("listed", 1).append("_id", -1)),
                        entry(
                                "listed_1_price_1__id_-1",
                                new Document("listed", 1).append("price", 1).append("_id", -1)),
                        entry(
                                "listed_1_listedUntil_1__id_1",
                                new Document("listed", 1)
                                        .append("listedUntil", 1)
                                        .append("_id", 1)),
                        entry(
                                "listed_1_cityKey_1__id_-1",
                                new Document("listed", 1).append("cityKey", 1).append("_id", -1)),
                        entry(
                                "listed_1_cityKey_1_price_1__id_-1",
                                new Document("listed", 1)
                                        .append("cityKey", 1)
                                        .append("price", 1)
                                        .append("_id", -1)),
                        entry(
                                "listed_1_cityKey_1_listedUntil_1__id_1",
                                new Document("listed", 1)
                                        .append("cityKey", 1)
                                        .append("listedUntil", 1)
                                        .append("_id", 1)),
                        entry(
                                "overdue_deliveries",
                                new Document("group", 1)
                                        .append("listedUntil", 1)
                                        .append("_id", 1)),
                        entry("words_1", new Document("words", 1)),
                        entry("userId_1__id_-1", new Document("userId", 1).append("_id", -1)),
                        entry(
                                "userId_1_group_1__id_-1",
                                new Document("userId", 1).append("group", 1).append("_id", -1)),
                        entry("outbox_due", new Document("outbox.due", 1)));
    }

    @ParameterizedTest
    @CsvSource({
        "/api/tickets?limit=10,_id_",
        "/api/tickets?limit=10&after=ffffffffffffffffffffffff,_id_",
        "/api/tickets?limit=10&q=conc,words_1",
        "/api/tickets/mine,userId_1",
        "/api/tickets/mine?status=held,userId_1_group_1__id_-1"
    })
    void servesEveryListFromAnIndex(String list, String index) {
        Seller seller = Seller.signedIn(api);
        seller.createDefaultTicket();
        seller.api().get(list).expect(200);
        BsonDocument find = finds.last("tickets");

        // an index can serve a query that filters by its first field, or that walks _id
        assertThat(find.getDocument("filter").toJson()).contains(index.substring(0, index.indexOf('_')));
        assertThat(find.getDocument("sort")).isEqualTo(BsonDocument.parse("{_id: -1}"));
        assertThat(find.getNumber("limit").intValue()).isPositive();
        if (explains()) {
            String plan = explain(find);
            // a search for a frequent word walks _id
            assertThat(plan).containsAnyOf(index, "_id_").doesNotContain("COLLSCAN");
        }
    }

    /**
     * The fields with one value and then the sorted ones are the fields of the index, forwards or backwards, so that
     * the server walks it and sorts nothing.
     */
    @ParameterizedTest
    @CsvSource({
        "sort=price,                               listed_1_price_1__id_-1,                '{price: 1, _id: -1}'",
        "sort=-price,                              listed_1_price_1__id_-1,                '{price: -1, _id: 1}'",
        "sort=startsAt,                            listed_1_listedUntil_1__id_1,           '{listedUntil: 1, _id: 1}'",
        "category=music,                           listed_1__id_-1,                        '{_id: -1}'",
        "from=2030-01-01T00:00:00Z,                listed_1__id_-1,                        '{_id: -1}'",
        "city=Graz,                                listed_1_cityKey_1__id_-1,              '{_id: -1}'",
        "city=Graz&sort=price,                     listed_1_cityKey_1_price_1__id_-1,      '{price: 1, _id: -1}'",
        "city=Graz&sort=-price&minPrice=5,         listed_1_cityKey_1_price_1__id_-1,      '{price: -1, _id: 1}'",
        "city=Graz&sort=startsAt&category=music,   listed_1_cityKey_1_listedUntil_1__id_1, '{listedUntil: 1, _id: 1}'"
    })
    void readsEveryOrderFromItsIndexWithoutSorting(String query, String index, String sort) {
        String list = "/api/tickets?limit=1&" + query;
        Seller seller = Seller.signedIn(api);
        IntStream.range(0, 2)
                .forEach(i -> seller.createTicket(Map.of(
                        "title",
                        "Concert",
                        "price",
                        20,
                        "city",
                        "Graz",
                        "category",
                        "music",
                        "startsAt",
                        "2031-01-01T19:00:00Z",
                        "timeZone",
                        "Europe/Vienna")));
        String next = TicketPagesIT.next(api.get(list).expect(200)).orElseThrow();
        for (String page : List.of(list, next)) {
            api.get(page).expect(200);
            BsonDocument find = finds.last("tickets");
            assertThat(find.getString("hint").getValue()).isEqualTo(index);
            assertThat(find.getDocument("sort")).isEqualTo(BsonDocument.parse(sort));
            assertThat(find.getDocument("filter").toJson())
                    .contains("\"listed\": true")
                    .contains(index.contains("cityKey") ? "\"cityKey\": \"graz\"" : "");
            if (explains()) {
                assertThat(explain(find)).contains(index).doesNotContain("COLLSCAN", "\"SORT\"");
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"'', userId_1", "?status=sold, userId_1_group_1__id_-1"})
    void servesAdminsASellersListingsFromAnIndex(String query, String index) {
        Seller seller = Seller.signedIn(api);
        AdminRoutesIT.admin(api)
                .get("/api/tickets/sellers/" + seller.id() + query)
                .expect(200);
        BsonDocument find = finds.last("tickets");

        assertThat(find.getDocument("filter").toJson()).contains(seller.id());
        assertThat(find.getDocument("sort")).isEqualTo(BsonDocument.parse("{_id: -1}"));
        assertThat(find.getNumber("limit").intValue()).isEqualTo(51);
        if (explains()) {
            assertThat(explain(find)).contains(index).doesNotContain("COLLSCAN", "\"SORT\"");
        }
    }

    /** The partial index contains only the sales that wait for a delivery. */
    @Test
    void readsOverdueDeliveriesFromTheirIndexWithoutSorting() {
        Document index = index("tickets", OverdueDeliveries.INDEX);
        assertThat(index.get("partialFilterExpression", Document.class))
                .isEqualTo(Document.parse("{group: 'SOLD', 'orders.buyer': {$exists: true}}"));
        String list = "/api/tickets/deliveries/overdue?limit=1";
        for (String page : List.of(list, list + "&after=2020-01-01T00:00:00Z%7E" + "0".repeat(24))) {
            AdminRoutesIT.admin(api).get(page).expect(200);
            BsonDocument find = finds.last("tickets");
            assertThat(find.getString("hint").getValue()).isEqualTo(OverdueDeliveries.INDEX);
            assertThat(find.getDocument("sort")).isEqualTo(BsonDocument.parse("{listedUntil: 1, _id: 1}"));
            assertThat(find.getDocument("filter").toJson())
                    .contains("\"group\": \"SOLD\"", "\"orders.buyer\": {\"$exists\": true}", "\"$lte\"");
            assertThat(find.getNumber("limit").intValue()).isEqualTo(2);
            if (explains()) {
                assertThat(explain(find)).contains(OverdueDeliveries.INDEX).doesNotContain("COLLSCAN", "\"SORT\"");
            }
        }
    }

    @Test
    void readsTheDeliveriesOfATicketFromTheirIndex() {
        assertThat(index("deliveries", "ticketId_1_givenAt_1").get("key"))
                .isEqualTo(new Document("ticketId", 1).append("givenAt", 1));
        String ticket = Seller.signedIn(api).createDefaultTicket();
        AdminRoutesIT.admin(api)
                .get("/api/tickets/" + ticket + "/delivery/reads")
                .expect(200);
        BsonDocument find = finds.last("deliveries");

        assertThat(find.getDocument("filter").toJson()).contains("{\"ticketId\": \"" + ticket + "\"}");
        assertThat(find.getDocument("sort")).isEqualTo(BsonDocument.parse("{givenAt: -1}"));
        assertThat(find.getNumber("limit").intValue()).isPositive();
        assertThat(find.getDocument("projection").toJson()).contains("content");
        if (explains()) {
            assertThat(explain(find)).contains("ticketId_1_givenAt_1").doesNotContain("COLLSCAN", "\"SORT\"");
        }
    }

    private Document index(String collection, String name) {
        return mongo.getMongoDatabase().getCollection(collection).listIndexes().into(new ArrayList<>()).stream()
                .filter(index -> index.getString("name").equals(name))
                .findFirst()
                .orElseThrow();
    }

    /** Returns false only for the embedded server, which has no {@code explain}; fails if another server has none. */
    private boolean explains() {
        try {
            explain(BsonDocument.parse("{find: 'tickets', filter: {}}"));
            return true;
        } catch (MongoCommandException e) {
            assertThat(e.getErrorCode()).isEqualTo(COMMAND_NOT_FOUND);
            assertThat(System.getenv("TEST_MONGODB_URI")).isNull();
            return false;
        }
    }

    private String explain(BsonDocument find) {
        BsonDocument query = new BsonDocument();
        for (String part : List.of("find", "filter", "sort", "limit", "hint")) {
            if (find.containsKey(part)) {
                query.append(part, find.get(part));
            }
        }
        return mongo.getMongoDatabase()
                .runCommand(new Document("explain", query).append("verbosity", "queryPlanner"))
                .toJson();
    }
}
