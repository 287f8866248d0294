package com.ticketing.orders.order;

import static org.assertj.core.api.Assertions.assertThat;

import com.ticketing.testsupport.Api;
import com.ticketing.testsupport.ApiResponse;
import com.ticketing.testsupport.ApiResponse.Failure;
import com.ticketing.testsupport.input.InvalidRequest;
import com.ticketing.testsupport.input.InvalidRequests;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;

@OrdersServiceTest
class InvalidRequestsIT {

    @Autowired
    Api api;

    Buyer buyer;

    @BeforeEach
    void signIn() {
        buyer = Buyer.signedIn(api);
    }

    static Stream<InvalidRequest> badOrders() {
        return InvalidRequests.to("POST", "/api/orders")
                .id("ticketId")
                .optionalPrice("price")
                .requests();
    }

    static Stream<InvalidRequest> malformedIds() {
        return Stream.concat(
                InvalidRequests.malformedIds("GET", "/api/orders/{id}", null),
                InvalidRequests.malformedIds("DELETE", "/api/orders/{id}", null));
    }

    @ParameterizedTest
    @MethodSource({"badOrders", "malformedIds"})
    void rejectsAnInvalidRequest(InvalidRequest request) {
        request.assertRejectedBy(buyer.api());
        assertThat(buyer.api().get("/api/orders").json()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("badOrders")
    void authenticatesBeforeItValidatesTheBody(InvalidRequest request) {
        assertThat(request.sendBy(api).status()).isIn(401, 413);
    }

    @ParameterizedTest
    @CsvSource({"limit=0,limit", "limit=201,limit", "limit=x,limit", "after=1,after", "after=%00,after"})
    void rejectsAnInvalidLimitOrAfter(String query, String field) {
        ApiResponse response = buyer.api().get("/api/orders?" + query);

        assertThat(response.status()).isEqualTo(400);
        assertThat(response.errors()).extracting(Failure::field).containsExactly(field);
    }

    @Test
    void rejectsUnknownRoutesAndMethods() {
        assertThat(buyer.api().get("/api/orders/a/b").codes()).containsExactly("not-found");
        assertThat(buyer.api().put("/api/orders", null).status()).isEqualTo(405);
    }
}
