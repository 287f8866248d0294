package com.ticketing.tickets.ticket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.ticketing.testsupport.Api;
import com.ticketing.testsupport.ApiResponse;
import com.ticketing.testsupport.ApiResponse.Failure;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

@TicketsServiceTest
class PageParametersIT {

    @Autowired
    Api api;

    Seller seller;

    @BeforeEach
    void signIn() {
        seller = Seller.signedIn(api);
    }

    @ParameterizedTest
    @CsvSource({
        "limit=0,limit",
        "limit=-1,limit",
        "limit=201,limit",
        "limit=99999999999,limit",
        "limit=ten,limit",
        "limit=1.5,limit",
        "limit=1%00,limit",
        "limit=1%1C,limit",
        "limit=1%200,limit",
        "limit=1&limit=2,limit",
        "after=1,after",
        "after=zzzzzzzzzzzzzzzzzzzzzzzz,after",
        "after=%7B%22$gt%22:%22%22%7D,after",
        "after=000000000000000000000000&limit=1000,limit"
    })
    void rejectsAnInvalidLimitOrAfter(String query, String field) {
        for (String list : List.of("/api/tickets?", "/api/tickets/mine?")) {
            ApiResponse response = seller.api().get(list + query);

            assertThat(response.status()).as(response.text()).isEqualTo(400);
            assertThat(response.errors()).extracting(Failure::field).containsExactly(field);
        }
    }

    @Test
    void reportsTheCodeAndTheFieldOfAnInvalidLimit() {
        assertThat(api.get("/api/tickets?limit=0").errors())
                .extracting(Failure::code, Failure::field)
                .containsExactly(tuple("invalid-limit", "limit"));
    }
}
