package com.ticketing.tickets.ticket;

import static com.ticketing.testsupport.Eventually.eventually;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import com.ticketing.servicetest.Channels;
import com.ticketing.testsupport.Api;
import com.ticketing.testsupport.ApiResponse;
import com.ticketing.testsupport.SignedIn;
import com.ticketing.tickets.delivery.Deliveries;
import com.ticketing.tickets.delivery.DeliveryContent;
import com.ticketing.tickets.delivery.DeliveryKind;
import com.ticketing.tickets.delivery.DeliveryReference;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoOperations;
import tools.jackson.databind.JsonNode;

/** A ticket's delivery: what its seller and its buyer see, when it can change, and that it can be given only once. */
@TicketsServiceTest
class DeliveryIT {

    private static final String MULTIPART = "multipart/form-data; boundary=b";

    @Autowired
    Api api;

    @Autowired
    Channels channels;

    @Autowired
    MongoOperations mongo;

    @Autowired
    Tickets tickets;

    @Autowired
    Deliveries deliveries;

    Seller seller;
    String ticket;
    OrderEvents order;
    Api buyer;
    String code;

    @BeforeEach
    void createTicket() {
        seller = Seller.signedIn(api);
        ticket = seller.createDefaultTicket();
        order = OrderEvents.of(ticket);
        buyer = as(order.buyer());
        code = newCode();
    }

    private static String newCode() {
        return "code " + UUID.randomUUID();
    }

    private Api as(String userId) {
        return api.as(SignedIn.as(userId, "buyer@example.com"));
    }

    private String path() {
        return "/api/tickets/" + ticket + "/delivery";
    }

    private ApiResponse give(String value) {
        return seller.api().put(path(), Map.of("kind", "code", "value", value));
    }

    private ApiResponse upload(String content) {
        return seller.api().sendText("PUT", path(), MULTIPART, multipart("file", content));
    }

    private static String multipart(String part, String content) {
        return "--b\r\nContent-Disposition: form-data; name=\"" + part
                + "\"; filename=\"../../etc/passwd\"\r\nContent-Type: text/html\r\n\r\n" + content + "\r\n--b--\r\n";
    }

    private void hold() {
        channels.publish(order.created());
        eventually(() -> assertThat(publicTicket().path("orderId").asString("")).isEqualTo(order.order()));
    }

    private void sell() {
        sell(order);
    }

    private void sell(OrderEvents sold) {
        channels.publish(sold.created());
        channels.publish(sold.completed());
        eventually(() ->
                as(sold.buyer()).with("Accept", "application/json").get(path()).expect(200));
    }

    private JsonNode publicTicket() {
        return api.get("/api/tickets/" + ticket).expect(200).json();
    }

    private static void assertShows(ApiResponse response, String state, String value) {
        assertThat(response.expect(200).json().path("state").asString()).isEqualTo(state);
        assertThat(response.json().path("value").asString("")).isEqualTo(value);
    }

    @Test
    void showsTheCodeToTheSellerAlwaysAndToTheBuyerOnceTheOrderIsComplete() {
        give(code).expect(204);

        assertShows(seller.api().get(path()), "given", code);
        hold();
        buyer.get(path()).expect(404);
        sell();

        assertShows(buyer.get(path()), "given", code);
        assertShows(seller.api().get(path()), "given", code);
    }

    @Test
    void hidesTheDeliveryFromEverybodyElse() {
        give(code).expect(204);
        sell();

        as(SignedIn.newId()).get(path()).expect(404);
        as(SignedIn.newId()).get(path() + "/file").expect(404);
        api.as(SignedIn.as(SignedIn.newId(), "admin@example.com", "admin"))
                .get(path())
                .expect(404);
        api.get(path()).expect(401);
        as(SignedIn.newId()).put(path(), Map.of("kind", "code", "value", code)).expect(401);
        // before the body is read
        as(SignedIn.newId()).sendText("PUT", path(), MULTIPART, "nothing").expect(401);
        seller.api()
                .put("/api/tickets/000000000000000000000001/delivery", Map.of("kind", "code", "value", code))
                .expect(404);
    }

    @Test
    void storesAndPublishesNoContent() {
        give(code).expect(204);
        sell();
        buyer.get(path()).expect(200);

        assertThat(mongo.getCollection("deliveries")
                        .find(new Document("ticketId", ticket))
                        .map(Document::toJson))
                .singleElement()
                .asString()
                .doesNotContain(code);
        assertThat(mongo.getCollection("tickets")
                        .find(new Document("_id", ticket))
                        .map(Document::toJson))
                .singleElement()
                .asString()
                .doesNotContain(code);
        assertThat(publicTicket().toString()).doesNotContain(code);
    }

    @Test
    void marksTheDeliveryOfASoldTicketAsMissing() {
        sell();

        assertShows(buyer.get(path()), "awaited", "");
        JsonNode shown = seller.api().get(path()).expect(200).json();
        assertThat(shown.path("state").asString()).isEqualTo("awaited");
        assertThat(shown.path("sold").asBoolean()).isTrue();
        assertThat(shown.path("changeable").asBoolean()).isTrue();
        assertThat(listing().path("delivered").asBoolean()).isFalse();

        give(code).expect(204);
        assertShows(buyer.get(path()), "given", code);
        assertThat(listing().path("delivered").asBoolean()).isTrue();
    }

    private JsonNode listing() {
        return seller.api().get("/api/tickets/mine").expect(200).json().path(0);
    }

    @Test
    void changesWhileNobodyHoldsTheTicketAndNotAfterwards() {
        give(newCode()).expect(204);
        give(code).expect(204);
        hold();
        assertThat(give(newCode()).expect(400).codes()).containsExactly("ticket-reserved");
        give(code).expect(204);
        sell();

        assertThat(give(newCode()).expect(400).codes()).containsExactly("delivery-final");
        give(code).expect(204);
        assertShows(buyer.get(path()), "given", code);
    }

    @Test
    void freesACodeThatWasReplaced() {
        give(code).expect(204);
        give(newCode()).expect(204);

        ticket = seller.createDefaultTicket();
        give(code).expect(204);
    }

    @Test
    void givesACodeOnlyOnce() {
        give(code).expect(204);
        String first = ticket;

        ticket = seller.createDefaultTicket();
        assertThat(give(code).expect(409).codes()).containsExactly("delivery-used");
        assertThat(give(" " + code + " ").expect(409).codes()).containsExactly("delivery-used");
        assertShows(seller.api().get(path()), "awaited", "");

        ticket = first;
        assertShows(seller.api().get(path()), "given", code);
    }

    /** A request that was repeated while the first one ran, or after it was interrupted. */
    @Test
    void storesTheContentOfATicketOnce() {
        give(code).expect(204);

        DeliveryReference again = deliveries.store(ticket, DeliveryContent.text(DeliveryKind.CODE, code));

        assertThat(tickets.find(ticket).orElseThrow().delivery()).contains(again);
        assertThat(deliveries.describe(again).orElseThrow().reference()).isEqualTo(again);
    }

    @Test
    void givesACodeToOneOfManyTicketsAtOnce() throws Exception {
        List<String> tickets = List.of(
                ticket, seller.createDefaultTicket(), seller.createDefaultTicket(), seller.createDefaultTicket());
        Map<String, String> body = Map.of("kind", "code", "value", code);
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<Integer>> requests = tickets.stream()
                    .<Callable<Integer>>map(id -> () -> seller.api()
                            .put("/api/tickets/" + id + "/delivery", body)
                            .status())
                    .toList();
            List<Integer> statuses =
                    threads.invokeAll(requests).stream().map(Future::resultNow).toList();
            assertThat(statuses).containsExactlyInAnyOrder(204, 409, 409, 409);
        }
    }

    @Test
    void recordsEachReadOfTheBuyer() {
        give(code).expect(204);
        sell();
        seller.api().get(path()).expect(200);
        buyer.get(path()).expect(200);

        Document stored = Objects.requireNonNull(mongo.getCollection("deliveries")
                .find(new Document("ticketId", ticket))
                .first());
        assertThat(stored.getList("reads", Document.class))
                .hasSizeGreaterThanOrEqualTo(1)
                .allSatisfy(read -> assertThat(read.getString("userId")).isEqualTo(order.buyer()));
        assertThat(seller.api().get(path()).json().path("readAt").asString()).isNotEmpty();
    }

    @Test
    void asksForANewCodeWhenABuyerWhoHasReadItWasRefunded() {
        give(code).expect(204);
        sell();
        buyer.get(path()).expect(200);
        channels.publish(order.refunded(true));
        eventually(() -> buyer.get(path()).expect(404));

        assertShows(seller.api().get(path()), "spent", code);
        OrderEvents second = OrderEvents.of(ticket);
        sell(second);
        assertShows(as(second.buyer()).get(path()), "awaited", "");
        buyer.get(path()).expect(404);
        assertThat(give(code).expect(409).codes()).containsExactly("delivery-used");

        String replacement = newCode();
        give(replacement).expect(204);
        assertShows(as(second.buyer()).get(path()), "given", replacement);
        assertThat(mongo.getCollection("deliveries")
                        .countDocuments(new Document("ticketId", ticket).append("content", null)))
                .as("the spent delivery, without its content")
                .isEqualTo(1);
    }

    @Test
    void keepsACodeThatTheRefundedBuyerHasNotRead() {
        give(code).expect(204);
        channels.publish(order.created());
        channels.publish(order.completed());
        eventually(() -> assertThat(isSold()).isTrue());
        channels.publish(order.refunded(true));
        eventually(() -> assertThat(publicTicket().has("orderId")).isFalse());

        OrderEvents second = OrderEvents.of(ticket);
        sell(second);

        assertShows(as(second.buyer()).get(path()), "given", code);
    }

    private boolean isSold() {
        return seller.api().get(path()).json().path("sold").asBoolean();
    }

    @Test
    void addsTheBuyerToASaleThatAnEarlierVersionHasApplied() {
        give(code).expect(204);
        sell();
        mongo.getCollection("tickets")
                .updateOne(new Document("_id", ticket), new Document("$unset", new Document("orders.0.buyer", "")));
        buyer.get(path()).expect(404);

        channels.publish(order.completed());

        eventually(() -> assertShows(buyer.get(path()), "given", code));
    }

    @Test
    void sendsAFileAsAnAttachment() {
        String pdf = "%PDF-1.7\n" + code;
        upload(pdf).expect(204);
        sell();

        JsonNode shown =
                buyer.with("Accept", "application/json").get(path()).expect(200).json();
        assertThat(shown.path("kind").asString()).isEqualTo("file");
        assertThat(shown.path("size").asInt()).isEqualTo(pdf.length());
        assertThat(seller.api()
                        .with("Accept", "application/json")
                        .get(path())
                        .json()
                        .path("readAt")
                        .isMissingNode())
                .as("not read yet")
                .isTrue();
        assertThat(buyer.get(path()).expect(200).text()).isEqualTo(pdf);
        ApiResponse file = buyer.get(path() + "/file").expect(200);
        assertThat(file.text()).isEqualTo(pdf);
        assertThat(file.header("Content-Type")).contains("application/pdf");
        assertThat(file.header("Content-Disposition")).contains("attachment; filename=\"ticket-" + ticket + ".pdf\"");
        assertThat(file.header("X-Content-Type-Options")).contains("nosniff");
        assertThat(file.header("Cache-Control").orElse("")).contains("no-store");
        seller.api().get(path() + "/file").expect(200);
        ticket = seller.createDefaultTicket();
        assertThat(upload(pdf).expect(409).codes()).containsExactly("delivery-used");
    }

    @Test
    void acceptsAFileOfTheMaximumSizeAndNoMore() {
        String start = "%PDF-" + code;
        String largest = start + "x".repeat(5 * 1024 * 1024 - start.length());
        upload(largest).expect(204);

        assertThat(seller.api().get(path() + "/file").expect(200).text().getBytes(ISO_8859_1))
                .hasSize(5 * 1024 * 1024);
        assertThat(upload(largest + "x").expect(413).codes()).containsExactly("body-too-large");
        assertThat(seller.api()
                        .sendChunked("PUT", path(), MULTIPART, multipart("file", largest + "x".repeat(100_000)))
                        .expect(413)
                        .codes())
                .containsExactly("body-too-large");
    }

    @ParameterizedTest
    @CsvSource({
        "file, <html>, 415, delivery-file-type",
        "file, '', 415, delivery-file-type",
        "other, %PDF-1.7, 400, delivery-file-missing"
    })
    void rejectsAnotherFile(String part, String content, int status, String error) {
        ApiResponse response = seller.api().sendText("PUT", path(), MULTIPART, multipart(part, content));

        assertThat(response.expect(status).codes()).containsExactly(error);
    }

    @ParameterizedTest
    @CsvSource({
        "multipart/form-data; boundary=b, '--b\r\nContent-Disposition: form-data; name=\"file\"\r\n\r\n%PDF-1', 400",
        "multipart/form-data; boundary=b, nothing, 400",
        "multipart/form-data, --b--, 400",
        "text/plain, x, 415"
    })
    void rejectsAMalformedUpload(String type, String body, int status) {
        assertThat(seller.api()
                        .sendText("PUT", path(), type, body)
                        .expect(status)
                        .codes())
                .hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "'{\"kind\":\"code\"}', delivery-value-missing",
        "'{\"kind\":\"code\",\"value\":\" \"}', delivery-value-missing",
        "'{\"value\":\"x\"}', delivery-kind-missing",
        "'{\"kind\":\"file\",\"value\":\"x\"}', wrong-type",
        "'{\"kind\":\"code\",\"value\":\"a\\u0000b\"}', delivery-value-malformed",
        "'{\"kind\":\"link\",\"value\":\"http://example.com\"}', delivery-link-invalid"
    })
    void rejectsAnInvalidCodeOrLink(String body, String error) {
        assertThat(seller.api()
                        .sendText("PUT", path(), "application/json", body)
                        .expect(400)
                        .codes())
                .containsExactly(error);
    }

    @Test
    void rejectsACodeOf501Characters() {
        assertThat(give("x".repeat(501)).expect(400).codes()).containsExactly("delivery-value-too-long");
        give(code + "x".repeat(500 - code.length())).expect(204);
    }
}
