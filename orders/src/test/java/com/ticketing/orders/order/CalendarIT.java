package com.ticketing.orders.order;

import static com.ticketing.testsupport.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import com.ticketing.common.events.PaymentCreated;
import com.ticketing.common.events.PaymentRefunded;
import com.ticketing.common.events.TicketCreated;
import com.ticketing.common.events.TicketFacts;
import com.ticketing.servicetest.Channels;
import com.ticketing.testsupport.Api;
import com.ticketing.testsupport.ApiResponse;
import com.ticketing.testsupport.SignedIn;
import java.math.BigDecimal;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The calendar file of an order. */
@OrdersServiceTest
class CalendarIT {

    @Autowired
    Api api;

    @Autowired
    Channels channels;

    @Autowired
    TicketPublisher publisher;

    Buyer buyer;

    @BeforeEach
    void signIn() {
        buyer = Buyer.signedIn(api);
    }

    @Test
    void givesTheBuyerTheEventAsAFile() {
        String order = placeOrder(new TicketFacts(
                Instant.parse("2035-06-12T17:30:00Z"), "Europe/Vienna", "Stephaniensaal", "Graz", "music", "Row 3"));
        buyer.api().get(path(order)).expect(404);
        pay(order);

        ApiResponse calendar = buyer.api().get(path(order)).expect(200);

        assertThat(calendar.header("Content-Type")).hasValue("text/calendar;charset=UTF-8");
        assertThat(calendar.header("Content-Disposition"))
                .hasValue("attachment; filename=\"ticket-" + order + ".ics\"");
        assertThat(calendar.text())
                .startsWith("BEGIN:VCALENDAR\r\n")
                .contains(
                        "\r\nUID:" + order + "@orders.ticketing\r\n",
                        "\r\nDTSTART:20350612T173000Z\r\n",
                        "\r\nSUMMARY:Concert\r\n",
                        "\r\nLOCATION:Stephaniensaal\\, Graz\r\n",
                        "\r\nDESCRIPTION:Row 3\r\n")
                .endsWith("END:VCALENDAR\r\n");
        assertThat(buyer.api().get(path(order)).expect(200).text()).isEqualTo(calendar.text());
    }

    @Test
    void givesNobodyElseTheFile() {
        String order = placeOrder(starting("2035-06-12T17:30:00Z"));
        pay(order);

        Buyer.signedIn(api).api().get(path(order)).expect(401);
        api.get(path(order)).expect(401);
        buyer.api().get(path(SignedIn.newId())).expect(404);
        buyer.api().get(path("a%20malformed%20id")).expect(404);
    }

    @Test
    void hasNoFileWithoutAStart() {
        String order = placeOrder(TicketFacts.NONE);
        pay(order);

        assertThat(buyer.api().get(path(order)).expect(404).codes()).containsExactly("not-found");
    }

    @Test
    void hasNoFileAfterARefund() {
        String order = placeOrder(starting("2035-06-12T17:30:00Z"));
        String payment = pay(order);
        channels.publish(new PaymentRefunded(payment, order, "pi_1", 1, "requested", false));
        eventually(() -> assertThat(buyer.statusOf(order)).isEqualTo("refunded"));

        buyer.api().get(path(order)).expect(404);
    }

    private static TicketFacts starting(String at) {
        return new TicketFacts(Instant.parse(at), null, null, null, null, null);
    }

    private static String path(String order) {
        return "/api/orders/" + order + "/calendar";
    }

    private String placeOrder(TicketFacts facts) {
        return buyer.placeOrder(publisher
                .publish(new TicketCreated(SignedIn.newId(), 0, "Concert", BigDecimal.TEN, SignedIn.newId(), facts))
                .id());
    }

    private String pay(String order) {
        String payment = SignedIn.newId();
        channels.publish(new PaymentCreated(payment, order, "pi_1", 0L));
        eventually(() -> assertThat(buyer.statusOf(order)).isEqualTo("complete"));
        return payment;
    }
}
