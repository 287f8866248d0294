package com.ticketing.tickets.ticket;

import static com.ticketing.testsupport.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import com.ticketing.common.events.Subject;
import com.ticketing.servicetest.Channels;
import com.ticketing.testsupport.Api;
import com.ticketing.testsupport.ApiResponse;
import com.ticketing.testsupport.ConcurrentRequests;
import com.ticketing.testsupport.SignedIn;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/**
 * Sellers withdraw tickets and put them back on sale; the ticket's document decides between a withdrawal and an order.
 */
@TicketsServiceTest
class WithdrawTicketIT {

    @Autowired
    Api api;

    @Autowired
    Channels channels;

    Seller seller;
    String word;
    String ticket;
    String path;

    @BeforeEach
    void createTicket() {
        seller = Seller.signedIn(api);
        word = "w" + seller.id();
        ticket = seller.createTicket(word, 20).path("id").asString();
        path = "/api/tickets/" + ticket;
    }

    @Test
    void takesTheTicketFromSale() {
        assertThat(seller.api().delete(path).expect(204).text()).isEmpty();

        assertThat(found()).isEmpty();
        assertThat(api.get(path).expect(200).json().path("hidden").asBoolean()).isTrue();
        assertThat(api.get(path).json().has("status")).isFalse();
        assertThat(mine().path("status").asString()).isEqualTo("withdrawn");
        eventually(() -> assertThat(channels.received(Subject.TICKET_UPDATED, ticket))
                .singleElement()
                .satisfies(event -> {
                    assertThat(event.path("version").asLong()).isEqualTo(1);
                    assertThat(event.path("hidden").asBoolean()).isTrue();
                }));
    }

    @Test
    void changesNothingWhenItIsRepeated() throws Exception {
        List<ApiResponse> responses = ConcurrentRequests.send(
                List.of(1, 2, 3, 4), each -> seller.api().delete(path));

        assertThat(responses).extracting(ApiResponse::status).containsOnly(204);
        assertThat(api.get(path).json().path("version").asLong()).isEqualTo(1);
    }

    @Test
    void canBeRestored() {
        seller.api().delete(path).expect(204);

        JsonNode restored = restore(seller).expect(200).json();
        assertThat(restored.path("version").asLong()).isEqualTo(2);
        assertThat(restored.has("hidden")).isFalse();
        assertThat(restore(seller).expect(200).json()).isEqualTo(restored);
        assertThat(found()).containsExactly(ticket);
        assertThat(mine().path("status").asString()).isEqualTo("on-sale");
        eventually(() ->
                assertThat(channels.received(Subject.TICKET_UPDATED, ticket)).hasSize(2));
        assertThat(channels.received(Subject.TICKET_UPDATED, ticket).getLast().has("hidden"))
                .isFalse();
    }

    @Test
    void allowsEditsOfTheWithdrawnTicket() {
        seller.api().delete(path).expect(204);

        seller.api().put(path, Map.of("title", word, "price", 30)).expect(200);

        assertThat(found()).isEmpty();
        assertThat(mine().path("status").asString()).isEqualTo("withdrawn");
    }

    @Test
    void isRejectedWhileAnOrderHoldsOrHasBoughtTheTicket() {
        OrderEvents order = OrderEvents.of(ticket);
        channels.publish(order.created());
        awaitStatus("held");
        assertReserved(seller.api().delete(path), "Cannot edit a reserved ticket");
        assertReserved(restore(seller), "The ticket is reserved");

        channels.publish(order.completed());
        awaitStatus("sold");
        assertReserved(seller.api().delete(path), "Cannot edit a reserved ticket");
        assertReserved(restore(seller), "The ticket is reserved");
    }

    @Test
    void isForTheSellerOnly() {
        Seller other = Seller.signedIn(api);

        for (ApiResponse rejected : List.of(
                api.delete(path), other.api().delete(path), restore(other), api.post(path + "/restore", Map.of()))) {
            assertThat(rejected.status()).isEqualTo(401);
            assertThat(rejected.codes()).containsExactly("not-authorized");
        }
        assertThat(api.get(path).json().path("version").asLong()).isZero();
    }

    @Test
    void returnsNotFoundForAnUnknownTicket() {
        String unknown = "/api/tickets/" + SignedIn.newId();

        assertThat(seller.api().delete(unknown).status()).isEqualTo(404);
        assertThat(seller.api().post(unknown + "/restore", Map.of()).status()).isEqualTo(404);
        assertThat(seller.api().delete("/api/tickets/not-an-id").status()).isEqualTo(404);
    }

    /** An order that was placed before the withdrawal arrives after it: the event makes orders cancel it. */
    @Test
    void publishesTheOrderThatArrivesAfterTheWithdrawal() {
        seller.api().delete(path).expect(204);
        OrderEvents order = OrderEvents.of(ticket);
        channels.publish(order.created());

        eventually(() -> assertThat(channels.received(Subject.TICKET_UPDATED, ticket))
                .anySatisfy(event -> {
                    assertThat(event.path("orderId").asString()).isEqualTo(order.order());
                    assertThat(event.path("hidden").asBoolean()).isTrue();
                }));

        channels.publish(order.cancelled());
        awaitStatus("withdrawn");
        assertThat(found()).isEmpty();
    }

    /** The order was paid before its cancellation: money decides, and the seller sees a sale. */
    @Test
    void isASaleIfTheOrderWasPaid() {
        seller.api().delete(path).expect(204);
        OrderEvents order = OrderEvents.of(ticket);
        channels.publish(order.created());
        channels.publish(order.completed());
        awaitStatus("sold");

        channels.publish(order.refunded(true));
        awaitStatus("withdrawn");
        restore(seller).expect(200);
        assertThat(found()).containsExactly(ticket);
    }

    /** Whichever is stored first wins: a held ticket is not withdrawn, and a withdrawn one rejects the order. */
    @Test
    void isDecidedAgainstOrdersInTheTicketsDocument() throws Exception {
        List<OrderEvents> orders = IntStream.range(0, 12)
                .mapToObj(each -> OrderEvents.of(seller.createDefaultTicket()))
                .toList();

        List<Integer> statuses = ConcurrentRequests.send(orders, order -> {
                    Thread.startVirtualThread(() -> channels.publish(order.created()));
                    return seller.api().delete("/api/tickets/" + order.ticket().id());
                })
                .stream()
                .map(ApiResponse::status)
                .toList();

        assertThat(statuses).allMatch(status -> status == 204 || status == 400);
        for (int i = 0; i < orders.size(); i++) {
            OrderEvents order = orders.get(i);
            boolean withdrawn = statuses.get(i) == 204;
            eventually(() -> assertThat(channels.received(
                            Subject.TICKET_UPDATED, order.ticket().id()))
                    .filteredOn(event -> event.path("orderId").asString("").equals(order.order()))
                    .singleElement()
                    .satisfies(event ->
                            assertThat(event.path("hidden").asBoolean(false)).isEqualTo(withdrawn)));
        }
    }

    private ApiResponse restore(Seller by) {
        return by.api().post(path + "/restore", Map.of());
    }

    private static void assertReserved(ApiResponse rejected, String message) {
        assertThat(rejected.status()).isEqualTo(400);
        assertThat(rejected.codes()).containsExactly("ticket-reserved");
        assertThat(rejected.text()).contains(message);
    }

    private void awaitStatus(String status) {
        eventually(() -> assertThat(mine().path("status").asString()).isEqualTo(status));
    }

    private JsonNode mine() {
        return seller.api()
                .get("/api/tickets/mine")
                .expect(200)
                .json()
                .valueStream()
                .filter(listed -> listed.path("id").asString().equals(ticket))
                .findAny()
                .orElseThrow();
    }

    private List<String> found() {
        return TicketPagesIT.ids(api.get("/api/tickets?q=" + word).expect(200));
    }
}
