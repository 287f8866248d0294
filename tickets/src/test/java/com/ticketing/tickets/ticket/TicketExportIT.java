package com.ticketing.tickets.ticket;

import static org.assertj.core.api.Assertions.assertThat;

import com.ticketing.common.events.TicketFacts;
import com.ticketing.common.ids.TimeOrderedIds;
import com.ticketing.common.paging.Keyset;
import com.ticketing.testsupport.Api;
import java.math.BigDecimal;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

@TicketsServiceTest
class TicketExportIT {

    private static final String PATH = "/api/tickets/me/export";

    @Autowired
    Api api;

    @Autowired
    Tickets tickets;

    @Test
    void containsAllListingsOfTheUserAndNoOthers() {
        Seller seller = Seller.signedIn(api);
        Seller.signedIn(api).createDefaultTicket();
        tickets.insertAll(Stream.generate(() -> Ticket.create(
                        TimeOrderedIds.next(), seller.id(), "Jazz", BigDecimal.TEN, TicketFacts.NONE, "First row"))
                .limit(Keyset.MAX_LIMIT)
                .toList());
        JsonNode newest = seller.createTicket("Concert", 19.99);

        JsonNode export = seller.api().get(PATH).expect(200).json();

        assertThat(export.propertyNames()).containsExactly("tickets");
        assertThat(export.path("tickets"))
                .hasSize(Keyset.MAX_LIMIT + 1)
                .allSatisfy(
                        ticket -> assertThat(ticket.path("userId").asString()).isEqualTo(seller.id()));
        assertThat(export.path("tickets").get(0).path("id")).isEqualTo(newest.path("id"));
        assertThat(export.path("tickets").get(1).path("description").asString()).isEqualTo("First row");
    }

    @Test
    void isEmptyForAUserWithoutListings() {
        assertThat(Seller.signedIn(api).api().get(PATH).expect(200).text()).isEqualTo("{\"tickets\":[]}");
    }

    @Test
    void isForSignedInUsersOnly() {
        api.get(PATH).expect(401);
    }
}
