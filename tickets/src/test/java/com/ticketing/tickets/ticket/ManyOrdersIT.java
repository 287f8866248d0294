package com.ticketing.tickets.ticket;

import static com.ticketing.testsupport.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import com.ticketing.common.events.EventJson;
import com.ticketing.common.events.OrderCreated;
import com.ticketing.common.events.Subject;
import com.ticketing.servicetest.Channels;
import com.ticketing.servicetest.DatabaseCommands;
import com.ticketing.testsupport.Api;
import com.ticketing.testsupport.ServiceTest;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/** Orders that arrive together are applied at the same time, those of one ticket one after the other. */
@ServiceTest(properties = "outbox.linger=PT0.5S") // shares the context of CommandCountsIT
@Import({Channels.class, DatabaseCommands.class})
class ManyOrdersIT {

    private static final int TICKETS = 40;

    @Autowired
    Api api;

    @Autowired
    Channels channels;

    @Test
    void appliesTheOrdersOfEachTicketInTheirOrder() {
        Seller seller = Seller.signedIn(api);
        List<String> tickets =
                Stream.generate(seller::createDefaultTicket).limit(TICKETS).toList();
        List<OrderEvents> first = tickets.stream().map(OrderEvents::of).toList();
        List<OrderEvents> second = tickets.stream().map(OrderEvents::of).toList();
        List<OrderCreated> created = new ArrayList<>();
        for (int i = 0; i < TICKETS; i++) {
            created.add(first.get(i).created());
            created.add(second.get(i).created());
        }

        channels.publishAll(
                Subject.ORDER_CREATED,
                created.stream().map(event -> EventJson.write(event, null)).toList());

        eventually(() -> assertThat(second)
                .allSatisfy(order -> assertThat(channels.received(
                                Subject.TICKET_UPDATED, order.ticket().id()))
                        .extracting(event -> event.path("version").asLong())
                        .containsExactly(1L, 2L)));
        assertThat(second)
                .allSatisfy(order -> assertThat(channels.received(
                                Subject.TICKET_UPDATED, order.ticket().id()))
                        .last()
                        .satisfies(event ->
                                assertThat(event.path("orderId").asString()).isEqualTo(order.order())));
    }
}
