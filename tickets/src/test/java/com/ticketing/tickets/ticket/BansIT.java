package com.ticketing.tickets.ticket;

import static com.ticketing.testsupport.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import com.ticketing.common.events.Subject;
import com.ticketing.common.events.TicketFacts;
import com.ticketing.common.events.UserBanned;
import com.ticketing.common.events.UserUnbanned;
import com.ticketing.common.ids.TimeOrderedIds;
import com.ticketing.servicetest.Channels;
import com.ticketing.testsupport.Api;
import com.ticketing.testsupport.ApiResponse;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoOperations;

/** The tickets of a banned seller are hidden. */
@TicketsServiceTest
class BansIT {

    @Autowired
    Api api;

    @Autowired
    Channels channels;

    @Autowired
    Tickets tickets;

    @Autowired
    MongoOperations mongo;

    Seller seller;
    String word;
    String ticket;

    @BeforeEach
    void createTicket() {
        seller = Seller.signedIn(api);
        word = "w" + seller.id();
        ticket = seller.createTicket(word, 20).path("id").asString();
    }

    @Test
    void hidesTheSellersTicketsUntilTheBanIsLifted() {
        ban(1);
        eventually(() -> assertThat(found()).isEmpty());

        channels.publish(new UserUnbanned(seller.id(), 2, Instant.now()));
        eventually(() -> assertThat(found()).containsExactly(ticket));
    }

    @Test
    void hidesMoreTicketsThanFitOnAPage() {
        for (int i = 0; i < 250; i++) {
            tickets.save(
                    Ticket.create(TimeOrderedIds.next(), seller.id(), word, BigDecimal.TEN, TicketFacts.NONE, null));
        }

        ban(1);

        eventually(() -> assertThat(mongo.count(
                        query(where("userId").is(seller.id()).and("hidden").is(true)), Ticket.class))
                .isEqualTo(251));
    }

    @Test
    void publishesTicketUpdatedForABanAndAnUnban() {
        ban(1);
        eventually(() -> assertThat(channels.received(Subject.TICKET_UPDATED, ticket))
                .extracting(event -> event.path("version").asLong())
                .containsExactly(1L));
        assertThat(channels.received(Subject.TICKET_UPDATED, ticket)
                        .getFirst()
                        .path("hidden")
                        .asBoolean())
                .isTrue();

        channels.publish(new UserUnbanned(seller.id(), 2, Instant.now()));
        eventually(() ->
                assertThat(channels.received(Subject.TICKET_UPDATED, ticket)).hasSize(2));
        assertThat(channels.received(Subject.TICKET_UPDATED, ticket).getLast().has("hidden"))
                .isFalse();
    }

    @Test
    void keepsTheTicketHiddenWhenItsOrderIsCancelled() {
        OrderEvents order = OrderEvents.of(ticket);
        channels.publish(order.created());
        ban(1);
        eventually(() -> assertThat(version()).isEqualTo(2));
        channels.publish(order.cancelled());
        eventually(() -> assertThat(version()).isEqualTo(3));

        assertThat(found()).isEmpty();
    }

    @Test
    void keepsAHeldTicketOffSaleWhenTheBanIsLifted() {
        channels.publish(OrderEvents.of(ticket).created());
        ban(1);
        eventually(() -> assertThat(version()).isEqualTo(2));
        channels.publish(new UserUnbanned(seller.id(), 2, Instant.now()));
        eventually(() -> assertThat(version()).isEqualTo(3));

        assertThat(found()).isEmpty();
    }

    @Test
    void rejectsRequestsOfTheBannedSeller() {
        ban(1);
        eventually(() -> assertThat(found()).isEmpty());

        ApiResponse response = seller.api().post("/api/tickets", Map.of("title", word, "price", 20));

        assertThat(response.status()).isEqualTo(403);
        assertThat(response.codes()).containsExactly("account-banned");
    }

    @Test
    void leavesTheTicketsOfOtherSellersOnSale() {
        Seller other = Seller.signedIn(api);
        String others = other.createTicket(word, 20).path("id").asString();
        ban(1);
        eventually(() -> assertThat(found()).containsExactly(others));

        other.createTicket(word, 20);
    }

    private void ban(long version) {
        channels.publish(new UserBanned(seller.id(), version, Instant.now()));
    }

    private long version() {
        return api.get("/api/tickets/" + ticket).json().path("version").asLong();
    }

    private List<String> found() {
        return api.get("/api/tickets?q=" + word)
                .expect(200)
                .json()
                .valueStream()
                .map(found -> found.path("id").asString())
                .toList();
    }
}
