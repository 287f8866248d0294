package com.ticketing.tickets.ticket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import com.ticketing.testsupport.Api;
import com.ticketing.testsupport.ApiResponse;
import com.ticketing.testsupport.ApiResponse.Failure;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Query;

/** The orders and the filters of the list. */
@TicketsServiceTest
class FindTicketsIT {

    private static final String[][] TICKETS = {
        {"A", "30", "Graz", "music", "2031-03-01T18:00:00Z"},
        {"B", "10", "Köln", "sport", "2031-01-01T18:00:00Z"},
        {"C", "20", "graz", "music", "2031-02-01T18:00:00Z"},
        {"D", "20", null, null, null},
        {"E", "19.99", "Koln", "music", "2031-02-01T18:00:00Z"},
        {"F", "20.00", "São Paulo", "other", null},
        {"G", "100", "KÖLN", "music", "2031-04-01T18:00:00Z"}
    };

    @Autowired
    Api api;

    @Autowired
    MongoOperations mongo;

    @BeforeEach
    void createTickets() {
        mongo.remove(new Query(), Ticket.class);
        Seller seller = Seller.signedIn(api);
        for (String[] ticket : TICKETS) {
            Map<String, Object> fields = new HashMap<>(Map.of("title", "Ticket " + ticket[0], "price", ticket[1]));
            fields.put("city", ticket[2]);
            fields.put("category", ticket[3]);
            fields.put("startsAt", ticket[4]);
            fields.put("timeZone", "Europe/Berlin");
            seller.createTicket(fields);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "                                                     | GFEDCBA",
                "sort=newest                                          | GFEDCBA",
                "sort=price                                           | BEFDCAG",
                "sort=-price                                          | GACDFEB",
                "sort=startsAt                                        | BCEAGDF",
                "city=Graz                                            | CA",
                "city=+GRAZ+                                          | CA",
                "city=k%C3%B6ln                                       | GEB",
                "city=sao%20paulo                                     | F",
                "city=Gra                                             | ''",
                "city=+                                               | GFEDCBA",
                "category=music                                       | GECA",
                "category=festival                                    | ''",
                "minPrice=20                                          | GFDCA",
                "maxPrice=20                                          | FEDCB",
                "minPrice=20&maxPrice=20.00                           | FDC",
                "minPrice=30&maxPrice=20                              | ''",
                "from=2031-02-01T18:00:00Z                            | GECA",
                "to=2031-02-01T18:00:00Z                              | B",
                "from=2031-01-15T00:00:00Z&to=2031-03-01T18:00:01Z    | ECA",
                "from=-1000000-01-01T00:00:00Z                        | GECBA",
                "sort=price&city=koeln                                | ''",
                "sort=price&city=koln                                 | BEG",
                "sort=-price&category=music&maxPrice=50               | ACE",
                "sort=startsAt&category=music&from=2031-02-02T00:00:00Z | AG",
                "sort=startsAt&city=graz                              | CA",
                "q=ticket&sort=price&maxPrice=20                      | BEFDC",
                "q=ticket+c&city=graz                                 | C"
            })
    void findsAndSorts(String query, String expected) {
        String list = "/api/tickets?" + (query == null ? "" : query);

        assertThat(titles(api.get(list).expect(200))).isEqualTo(expected);
        assertThat(pages(list + "&limit=2")).isEqualTo(expected);
        assertThat(pages(list + "&limit=1")).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "sort=cheapest                             | sort-unknown           | sort",
                "sort=                                     | sort-unknown           | sort",
                "category=opera                            | category-unknown       | category",
                "city=%s                                   | text-too-long          | city",
                "from=yesterday                            | wrong-type             | from",
                "to=2031-13-01T00:00:00Z                   | wrong-type             | to",
                "minPrice=cheap                            | wrong-type             | minPrice",
                "minPrice=-1                               | price-too-low          | minPrice",
                "maxPrice=1000000000                       | price-too-high         | maxPrice",
                "maxPrice=1E-999999999                     | price-too-many-decimals| maxPrice",
                "maxPrice=9.9999                           | price-too-many-decimals| maxPrice",
                "sort=price&after=ffffffffffffffffffffffff | invalid-after          | after",
                "sort=price&after=x~ffffffffffffffffffffffff | invalid-after        | after",
                "sort=price&after=1E999999999~ffffffffffffffffffffffff | invalid-after | after",
                "sort=startsAt&after=20~ffffffffffffffffffffffff | invalid-after    | after",
                "sort=startsAt&after=2031-01-01T00:00:00Z~x | invalid-after         | after",
                "after=20~ffffffffffffffffffffffff         | invalid-after          | after"
            })
    void rejectsAnInvalidParameter(String query, String code, String field) {
        ApiResponse rejected = api.get("/api/tickets?" + query.replace("%s", "x".repeat(61)));

        assertThat(rejected.status()).as(rejected.text()).isEqualTo(400);
        assertThat(rejected.errors()).extracting(Failure::code, Failure::field).containsExactly(tuple(code, field));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "maxPrice=1E999999999",
                "minPrice=1E999999999",
                "maxPrice=NaN",
                "sort=-price&after=1E-999999999~0"
            })
    void rejectsAPriceThatTheDatabaseCannotRepresent(String query) {
        assertThat(api.get("/api/tickets?" + query).status()).isEqualTo(400);
    }

    @Test
    void hasNoGapsWhileTicketsWithTheSamePriceAreCreatedAndSold() {
        ApiResponse first = api.get("/api/tickets?sort=price&limit=4").expect(200);
        assertThat(titles(first)).isEqualTo("BEFD");
        Seller.signedIn(api).createTicket("Ticket H", 20);
        String last = TicketPagesIT.ids(first).getLast();
        mongo.remove(query(where("_id").is(last)), Ticket.class);

        assertThat(titles(api.get(TicketPagesIT.next(first).orElseThrow()).expect(200)))
                .isEqualTo("CAG");
    }

    private String pages(String list) {
        List<String> titles = new ArrayList<>();
        Optional<String> page = Optional.of(list);
        while (page.isPresent()) {
            ApiResponse response = api.get(page.get()).expect(200);
            titles.add(titles(response));
            page = TicketPagesIT.next(response);
        }
        return String.join("", titles);
    }

    private static String titles(ApiResponse response) {
        StringBuilder titles = new StringBuilder();
        response.json()
                .forEach(ticket -> titles.append(ticket.path("title").asString().replace("Ticket ", "")));
        return titles.toString();
    }
}
