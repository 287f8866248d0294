package com.ticketing.tickets.ticket;

import static com.ticketing.testsupport.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import com.ticketing.common.events.Subject;
import com.ticketing.servicetest.Channels;
import com.ticketing.testsupport.Api;
import com.ticketing.testsupport.SignedIn;
import java.util.List;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.BasicQuery;

/** Messages that cannot be handled are parked, and later messages are still handled. */
@TicketsServiceTest
class DeadLettersIT {

    @Autowired
    Api api;

    @Autowired
    Channels channels;

    @Autowired
    MongoOperations mongo;

    @Test
    void parksAnOrderOfAnUnknownTicketAfterTheLastDelivery() {
        OrderEvents lost = OrderEvents.of(SignedIn.newId());
        channels.publish(lost.created());

        assertHandlesTheNextMessage();
        eventually(() -> assertThat(deadLettersContaining(lost.order()))
                .singleElement()
                .satisfies(letter -> assertThat(letter)
                        .containsEntry("channel", "order:created")
                        .containsEntry("readable", true)
                        .containsEntry("failures", 2)));
        assertHandlesTheNextMessage();
    }

    @Test
    void parksAnUnreadableMessageAtOnce() {
        String mark = SignedIn.newId();
        List<String> unreadable = List.of(
                "no JSON " + mark,
                "[\"%s\"]".formatted(mark),
                "{\"id\":\"%s\"}".formatted(mark),
                "{\"id\":\"%s\",\"version\":\"x\",\"status\":\"lost\",\"ticket\":7}".formatted(mark));
        unreadable.forEach(json -> channels.publish(Subject.ORDER_CREATED, json));

        assertHandlesTheNextMessage();
        assertThat(deadLettersContaining(mark))
                .hasSize(4)
                .allSatisfy(letter -> assertThat(letter).containsEntry("readable", false));
    }

    private void assertHandlesTheNextMessage() {
        String ticket = Seller.signedIn(api).createDefaultTicket();
        OrderEvents order = OrderEvents.of(ticket);
        channels.publish(order.created());
        eventually(() -> assertThat(
                        api.get("/api/tickets/" + ticket).json().path("orderId").asString())
                .isEqualTo(order.order()));
    }

    private List<Document> deadLettersContaining(String text) {
        return mongo.find(new BasicQuery("{parkedAt: {$exists: true}}"), Document.class, "deadLetters").stream()
                .filter(letter -> letter.getString("data").contains(text))
                .toList();
    }
}
