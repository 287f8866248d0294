package com.ticketing.tickets.ticket;

import static com.ticketing.testsupport.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import com.ticketing.servicetest.Channels;
import com.ticketing.testsupport.Api;
import com.ticketing.testsupport.ApiResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Query;

@TicketsServiceTest
class TicketPagesIT {

    private static final Pattern LINK = Pattern.compile("<(/[^>]*)>; rel=\"next\"");

    @Autowired
    Api api;

    @Autowired
    Channels channels;

    @Autowired
    MongoOperations mongo;

    Seller seller;

    @BeforeEach
    void deleteAllTickets() {
        mongo.remove(new Query(), Ticket.class);
        seller = Seller.signedIn(api);
    }

    @Test
    void returnsTheNewestTicketsFirstToAnyone() {
        List<String> created = createTickets(3);

        assertThat(ids(api.get("/api/tickets").expect(200))).isEqualTo(created.reversed());
        assertThat(api.get("/api/tickets").header("Link")).isEmpty();
    }

    @Test
    void linksToTheNextPageWithTheParametersOfTheRouteOnly() {
        List<String> created = createTickets(2);

        assertThat(next(api.get("/api/tickets?limit=1&sort=newest&utm=" + "y".repeat(7_000) + "&after="
                                + "f".repeat(24))
                        .expect(200)))
                .contains("/api/tickets?limit=1&sort=newest&after=" + created.getLast());
    }

    @Test
    void rejectsParametersThatAreTooLongForALink() {
        createTickets(2);

        assertThat(api.get("/api/tickets?limit=" + "0".repeat(7_000) + "1")
                        .expect(400)
                        .codes())
                .containsExactly("bad-request");
    }

    @Test
    void returnsFiftyTicketsPerPageByDefault() {
        List<String> created = createTickets(51);

        ApiResponse first = api.get("/api/tickets").expect(200);
        assertThat(ids(first)).isEqualTo(created.reversed().subList(0, 50));
        assertThat(next(first)).isPresent();
        assertThat(ids(api.get("/api/tickets?limit=200"))).hasSize(51);
    }

    @Test
    void doesNotLinkToAPageAfterTheLastTicket() {
        createTickets(4);

        ApiResponse first = api.get("/api/tickets?limit=2").expect(200);
        ApiResponse second = api.get(next(first).orElseThrow()).expect(200);
        assertThat(ids(second)).hasSize(2);
        assertThat(next(second)).isEmpty();
    }

    @Test
    void hasNoGapsAndNoDuplicatesWhileTicketsAreCreated() {
        List<String> created = createTickets(11);

        List<String> seen = new ArrayList<>();
        Optional<String> page = Optional.of("/api/tickets?limit=3");
        while (page.isPresent()) {
            ApiResponse response = api.get(page.get()).expect(200);
            seen.addAll(ids(response));
            page = next(response);
            createTickets(2);
        }

        assertThat(seen).isEqualTo(created.reversed());
    }

    @Test
    void hasNoGapsWhenTheLastTicketOfThePreviousPageIsHeld() {
        List<String> created = createTickets(5);
        ApiResponse first = api.get("/api/tickets?limit=2").expect(200);

        hold(created.get(3));

        assertThat(ids(api.get(next(first).orElseThrow()))).containsExactly(created.get(2), created.get(1));
    }

    @Test
    void keepsTheEncodedSearchTextInTheNextLink() {
        IntStream.range(0, 3).forEach(i -> seller.createTicket("Rock & Röll + Söul " + i, 20));
        createTickets(3);

        ApiResponse first =
                api.get("/api/tickets?limit=2&q=rock%26r%C3%B6ll+s%C3%B6ul").expect(200);

        assertThat(ids(first)).hasSize(2);
        String next = next(first).orElseThrow();
        assertThat(next).contains("q=rock%26r%C3%B6ll+s%C3%B6ul");
        assertThat(ids(api.get(next).expect(200))).hasSize(1);
    }

    @Test
    void omitsHeldTicketsExceptFromTheSellersOwnList() {
        List<String> created = createTickets(3);
        hold(created.get(1));

        assertThat(ids(api.get("/api/tickets"))).containsExactly(created.get(2), created.get(0));
        assertThat(ids(seller.api().get("/api/tickets/mine"))).isEqualTo(created.reversed());
        assertThat(seller.api()
                        .get("/api/tickets/mine")
                        .json()
                        .path(1)
                        .path("orderId")
                        .asString())
                .isNotEmpty();
    }

    @Test
    void returnsOnlyTheSellersOwnTicketsByPage() {
        List<String> own = createTickets(5);
        Seller.signedIn(api).createDefaultTicket();

        ApiResponse first = seller.api().get("/api/tickets/mine?limit=3").expect(200);
        ApiResponse second = seller.api().get(next(first).orElseThrow()).expect(200);

        assertThat(ids(first)).isEqualTo(own.reversed().subList(0, 3));
        assertThat(ids(second)).isEqualTo(own.reversed().subList(3, 5));
        assertThat(api.get("/api/tickets/mine").status()).isEqualTo(401);
    }

    @Test
    void returnsAnEmptyPageAfterTheLastTicket() {
        createTickets(2);

        assertThat(api.get("/api/tickets?after=" + "0".repeat(24)).expect(200).json())
                .isEmpty();
        assertThat(ids(api.get("/api/tickets?after=" + "f".repeat(24)).expect(200)))
                .hasSize(2);
    }

    private List<String> createTickets(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> seller.createDefaultTicket())
                .toList();
    }

    private void hold(String id) {
        channels.publish(OrderEvents.of(id).created());
        eventually(() ->
                assertThat(api.get("/api/tickets/" + id).json().has("orderId")).isTrue());
    }

    /** Returns the ids of the listed tickets. */
    static List<String> ids(ApiResponse response) {
        return response.json()
                .valueStream()
                .map(ticket -> ticket.path("id").asString())
                .toList();
    }

    /** Returns the address of the next page. */
    static Optional<String> next(ApiResponse response) {
        return response.header("Link").map(link -> {
            Matcher matcher = LINK.matcher(link);
            assertThat(matcher.matches()).as(link).isTrue();
            return matcher.group(1);
        });
    }
}
