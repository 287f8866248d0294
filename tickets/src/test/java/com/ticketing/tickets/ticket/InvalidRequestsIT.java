package com.ticketing.tickets.ticket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.ticketing.testsupport.Api;
import com.ticketing.testsupport.ApiResponse;
import com.ticketing.testsupport.input.InvalidRequest;
import com.ticketing.testsupport.input.InvalidRequests;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

@TicketsServiceTest
class InvalidRequestsIT {

    @Autowired
    Api api;

    Seller seller;
    String ticket;

    @BeforeEach
    void createTicket() {
        seller = Seller.signedIn(api);
        ticket = "/api/tickets/" + seller.createDefaultTicket();
    }

    @TestFactory
    Stream<DynamicTest> rejectsInvalidRequestsToCreateATicket() {
        return each(InvalidRequests.to("POST", "/api/tickets")
                .visibleText("title", 200)
                .price("price")
                .requests());
    }

    @TestFactory
    Stream<DynamicTest> rejectsInvalidRequestsToEditATicket() {
        return each(InvalidRequests.to("PUT", ticket)
                .visibleText("title", 200)
                .price("price")
                .optionalWholeNumber("version")
                .requests());
    }

    @TestFactory
    Stream<DynamicTest> returnsNotFoundForAMalformedId() {
        Map<String, Object> body = Map.of("title", "Front row", "price", 20);
        return each(Stream.concat(
                InvalidRequests.malformedIds("GET", "/api/tickets/{id}", null),
                InvalidRequests.malformedIds("PUT", "/api/tickets/{id}", body)));
    }

    /** Asserts that each request is rejected and leaves the seller's only ticket unchanged. */
    private Stream<DynamicTest> each(Stream<InvalidRequest> requests) {
        return requests.map(bad -> dynamicTest(bad.name(), () -> {
            JsonNode before = seller.api().get("/api/tickets/mine").json();
            bad.assertRejectedBy(seller.api());
            assertThat(seller.api().get("/api/tickets/mine").json())
                    .isEqualTo(before)
                    .singleElement()
                    .satisfies(
                            found -> assertThat(found.path("version").asLong()).isZero());
        }));
    }

    @Test
    void doesNotEchoAMalformedId() {
        InvalidRequests.malformedIds("GET", "/api/tickets/{id}", null)
                .forEach(bad -> assertThat(bad.sendBy(api).text())
                        .isEqualTo("{\"errors\":[{\"message\":\"Not Found\",\"code\":\"not-found\"}]}"));
    }

    @Test
    void authenticatesBeforeItValidatesTheBody() {
        Stream.of(
                        InvalidRequests.to("POST", "/api/tickets").text("title", 200),
                        InvalidRequests.to("PUT", ticket).text("title", 200))
                .flatMap(InvalidRequests::requests)
                .filter(bad -> bad.status() == 400)
                .forEach(bad -> assertThat(bad.sendBy(api).status()).isEqualTo(401));
    }

    @Test
    void rejectsUnknownRoutesAndMethods() {
        assertRejected(seller.api().get("/api/tickets/" + "a".repeat(24) + "/comments"), 404, "not-found");
        assertRejected(seller.api().send("PATCH", ticket, Map.of()), 405, "method-not-allowed");
        assertRejected(seller.api().post(ticket, Map.of()), 405, "method-not-allowed");
    }

    private static void assertRejected(ApiResponse response, int status, String code) {
        assertThat(response.status()).isEqualTo(status);
        assertThat(response.codes()).containsExactly(code);
    }
}
