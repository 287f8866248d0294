package com.ticketing.tickets.ticket;

import static com.ticketing.testsupport.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import com.ticketing.common.events.Subject;
import com.ticketing.servicetest.Channels;
import com.ticketing.testsupport.Api;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The exact JSON of the published events. */
@TicketsServiceTest
class PublishedEventsIT {

    @Autowired
    Api api;

    @Autowired
    Channels channels;

    @Autowired
    Tickets tickets;

    Seller seller;
    String id;

    @BeforeEach
    void createTicket() {
        seller = Seller.signedIn(api);
        id = seller.createTicket("Concert", new BigDecimal("20.00")).path("id").asString();
    }

    @Test
    void publishesTicketCreated() {
        eventually(() -> assertThat(published(Subject.TICKET_CREATED)).containsExactly(json("""
                        {"id":"%s","version":0,"title":"Concert","price":20,"userId":"%s"}""")));
    }

    @Test
    void publishesTicketUpdatedForAnEdit() {
        edit("Front row", "19.99");

        eventually(() -> assertThat(published(Subject.TICKET_UPDATED)).containsExactly(json("""
                        {"id":"%s","version":1,"title":"Front row","price":19.99,"userId":"%s"}""")));
    }

    @Test
    void publishesTicketUpdatedForAHoldAndItsEnd() {
        OrderEvents order = OrderEvents.of(id);
        channels.publish(order.created());
        eventually(() -> assertThat(published(Subject.TICKET_UPDATED)).hasSize(1));
        channels.publish(order.cancelled());
        eventually(() -> assertThat(published(Subject.TICKET_UPDATED)).hasSize(2));

        ObjectNode held = json("""
                {"id":"%s","version":1,"title":"Concert","price":20,"userId":"%s"}""");
        ObjectNode backOnSale = held.deepCopy().put("version", 2);
        assertThat(published(Subject.TICKET_UPDATED)).containsExactly(held.put("orderId", order.order()), backOnSale);
    }

    @Test
    void publishesEveryVersionOnce() {
        OrderEvents order = OrderEvents.of(id);
        IntStream.range(0, 10).forEach(i -> edit("Concert " + i, "20"));
        channels.publish(order.created());
        eventually(() -> assertThat(published(Subject.TICKET_UPDATED)).hasSize(11));
        channels.publish(order.completed());
        eventually(() -> assertThat(published(Subject.TICKET_UPDATED)).hasSize(12));
        eventually(() -> assertThat(published(Subject.TICKET_CREATED)).hasSize(1));

        assertThat(published(Subject.TICKET_UPDATED))
                .extracting(event -> event.path("version").asLong())
                .isEqualTo(LongStream.rangeClosed(1, 12).boxed().toList());
    }

    @Test
    void republishesTheCurrentStateWithItsVersion() {
        assertThat(tickets.republish(id)).isTrue();
        eventually(() -> assertPublishedTwice(Subject.TICKET_CREATED));
        edit("Front row", "19.99");
        eventually(() -> assertThat(published(Subject.TICKET_UPDATED)).hasSize(1));

        assertThat(tickets.republish(id)).isTrue();

        eventually(() -> assertPublishedTwice(Subject.TICKET_UPDATED));
        assertThat(tickets.find(id).orElseThrow().version()).isEqualTo(1);
    }

    private void assertPublishedTwice(Subject subject) {
        List<ObjectNode> events = published(subject);
        assertThat(events).hasSize(2);
        assertThat(events.getLast()).isEqualTo(events.getFirst());
    }

    @Test
    void publishesNothingForARejectedRequest() {
        seller.api().put("/api/tickets/" + id, Map.of("title", "", "price", 20)).expect(400);
        seller.api()
                .put("/api/tickets/" + id, Map.of("title", "Late", "price", 20, "version", 5))
                .expect(409);
        Seller.signedIn(api)
                .api()
                .put("/api/tickets/" + id, Map.of("title", "Not mine", "price", 20))
                .expect(401);
        edit("Mine", "20");

        eventually(() -> assertThat(published(Subject.TICKET_UPDATED))
                .extracting(event -> event.path("title").asString())
                .containsExactly("Mine"));
    }

    @Test
    void propagatesTheTraceOfTheRequest() {
        String trace = "4bf92f3577b34da6a3ce929d0e0e4736";
        String traced = seller.api()
                .with("traceparent", "00-" + trace + "-00f067aa0ba902b7-01")
                .post("/api/tickets", Map.of("title", "Traced", "price", 1))
                .expect(201)
                .json()
                .path("id")
                .asString();

        eventually(() -> assertThat(channels.received(Subject.TICKET_CREATED, traced))
                .extracting(event -> event.path("traceparent").asString())
                .singleElement()
                .asString()
                .startsWith("00-" + trace + "-"));
    }

    private void edit(String title, String price) {
        seller.api()
                .put("/api/tickets/" + id, Map.of("title", title, "price", new BigDecimal(price)))
                .expect(200);
    }

    /** Removes {@code traceparent}, which is different in every run. */
    private List<ObjectNode> published(Subject subject) {
        return channels.received(subject, id).stream()
                .map(JsonNode::asObject)
                .map(event -> event.deepCopy().remove(List.of("traceparent")))
                .toList();
    }

    private ObjectNode json(String golden) {
        return JsonMapper.shared().readTree(golden.formatted(id, seller.id())).asObject();
    }
}
