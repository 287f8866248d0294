package com.ticketing.tickets.ticket;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.ticketing.common.text.SearchTerm;
import com.ticketing.common.text.SearchTokens;
import com.ticketing.testsupport.Api;
import com.ticketing.testsupport.ApiResponse;
import com.ticketing.testsupport.ApiResponse.Failure;
import java.net.URLEncoder;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Query;

@TicketsServiceTest
class SearchTicketsIT {

    private static final List<String> TITLES = List.of(
            "Björk, live in Reykjavík",
            "Rock'n'Roll (2027)",
            "New York Philharmonic",
            "Philharmonic of the New World",
            "C++ for concert-goers",
            "𠮷野 𠮷",
            "中𠮷");

    @Autowired
    Api api;

    @Autowired
    MongoOperations mongo;

    @BeforeEach
    void createTickets() {
        mongo.remove(new Query(), Ticket.class);
        Seller seller = Seller.signedIn(api);
        TITLES.forEach(title -> seller.createTicket(title, 20));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "phil         | 3,2",
                "PHILHARMONIC | 3,2",
                "new          | 3,2",
                "new y        | 2",
                "york new     | 2",
                "new new new  | 3,2",
                "bjork        | 0",
                "BJÖRK        | 0",
                "reykjavik    | 0",
                "roll         | 1",
                "rocknroll    | 1",
                "rock n roll  | 1",
                "rock'n'roll  | 1",
                "202          | 1",
                "c++          | 4",
                "rock+        | ''",
                "con go       | 4",
                "++           | 4",
                "-            | 4",
                "!?           | ''",
                "🎟            | ''",
                "𠮷            | 6,5",
                "野𠮷          | ''",
                "中            | 6",
                "harmonic     | ''",
                "new zealand  | ''",
                "philharmonics| ''"
            })
    void findsTicketsWithATokenForEachPrefix(String query, String expected) {
        List<String> titles = expected.isEmpty()
                ? List.of()
                : List.of(expected.split(",")).stream()
                        .map(index -> TITLES.get(Integer.parseInt(index)))
                        .toList();

        assertThat(titles(search(query))).isEqualTo(titles);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                ".*",
                "^new",
                "(a+)+$",
                "[a-z]",
                "new|rock",
                "\\Enew\\Q",
                "{\"$gt\":\"\"}",
                "$where:1",
                "'; drop table tickets; --",
                "<script>alert(1)</script>",
                "%00",
                "a\u0000b",
                "\uFFFF\uFFFE",
                "🎟👩‍👩‍👧",
                "../../etc/passwd"
            })
    void treatsHostileTextAsSearchTokens(String query) {
        ApiResponse response = search(query);

        assertThat(response.status()).as(response.text()).isEqualTo(200);
        assertThat(titles(response))
                .containsExactlyElementsOf(TITLES.reversed().stream()
                        .filter(title -> SearchTokens.match(title, SearchTerm.of(query)))
                        .toList());
    }

    @Test
    void returnsAllTicketsForABlankSearchOnly() {
        assertThat(titles(search(""))).hasSameSizeAs(TITLES);
        assertThat(titles(search(" \u200B\u00A0\t"))).hasSameSizeAs(TITLES);
        assertThat(titles(search(" \u200B\u3164\uFE0F "))).isEmpty();
        assertThat(titles(search("\u0000"))).isEmpty();
        assertThat(titles(api.get("/api/tickets?city=" + URLEncoder.encode("\u3164", UTF_8))))
                .isEmpty();
    }

    @Test
    void rejectsASearchTextOfMoreThan100Characters() {
        assertThat(search("x".repeat(100)).status()).isEqualTo(200);
        assertThat(search("x ".repeat(50)).status()).isEqualTo(200);
        assertThat(search("𠮷".repeat(100)).status()).isEqualTo(200);

        ApiResponse rejected = search("x".repeat(101));
        assertThat(rejected.status()).isEqualTo(400);
        assertThat(rejected.errors())
                .extracting(Failure::code, Failure::field)
                .containsExactly(tuple("search-too-long", "q"));
    }

    private ApiResponse search(String query) {
        return api.get("/api/tickets?q=" + URLEncoder.encode(query, UTF_8));
    }

    private static List<String> titles(ApiResponse response) {
        return response.expect(200)
                .json()
                .valueStream()
                .map(ticket -> ticket.path("title").asString())
                .toList();
    }
}
