package com.ticketing.tickets.ticket;

import static org.assertj.core.api.Assertions.assertThat;

import com.ticketing.testsupport.Api;
import com.ticketing.testsupport.ApiResponse;
import com.ticketing.testsupport.ApiResponse.Failure;
import com.ticketing.testsupport.Seeded;
import com.ticketing.testsupport.input.RandomInput;
import java.math.BigDecimal;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Prices are exact, from the request to the response. */
@TicketsServiceTest
class TicketPricesIT {

    private static final JsonMapper EXACT = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    @Autowired
    Api api;

    Seller seller;

    @BeforeEach
    void signIn() {
        seller = Seller.signedIn(api);
    }

    static Stream<Seeded<BigDecimal>> prices() {
        return RandomInput.prices(40);
    }

    static Stream<Seeded<String>> invalidPrices() {
        return RandomInput.invalidPrices(40);
    }

    @ParameterizedTest
    @CsvSource({
        "19.99,19.99",
        "0.50,0.5",
        "20,20",
        "20.0,20",
        "20.50,20.5",
        "999999.99,999999.99",
        "999999.990,999999.99",
        "1e5,100000",
        "1.5E1,15",
        "0.9,0.9",
        "1199.29,1199.29",
        // a string, as a text field of a form sends it
        "'\"19.99\"',19.99",
        "'\" 19.99 \"',19.99"
    })
    void returnsThePriceExactly(String sent, String returned) {
        ApiResponse response = postTicket(sent);

        assertThat(response.status()).as(response.text()).isEqualTo(201);
        assertThat(response.text()).contains("\"price\":" + returned + ",");
        assertThat(get(response.json()).text()).isEqualTo(response.text());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0",
                "0.00",
                "0.01",
                "0.49",
                "-20",
                "-0.01",
                "19.999",
                "0.001",
                "1000000",
                "1000001",
                "1e7",
                "1e-3",
                "1e999999999",
                "1e-999999999",
                "\"\"",
                "\"cheap\"",
                "\"19.99\\u0000\"",
                "\"\\u000119.99\"",
                "\"19.99\\u001f \"",
                "\"19.999\"",
                "true",
                "null",
                "[19.99]",
                "{}"
            })
    void rejectsAnInvalidPrice(String price) {
        assertRejected(price);
    }

    @ParameterizedTest
    @MethodSource("prices")
    void returnsEveryRandomPriceExactly(Seeded<BigDecimal> price) {
        String id = seller.createTicket("Concert", price.value()).path("id").asString();

        JsonNode ticket = EXACT.readTree(api.get("/api/tickets/" + id).text());
        assertThat(ticket.path("price").decimalValue()).isEqualByComparingTo(price.value());
    }

    @ParameterizedTest
    @MethodSource("invalidPrices")
    void rejectsEveryInvalidRandomPrice(Seeded<String> price) {
        assertRejected(price.value());
    }

    private ApiResponse postTicket(String price) {
        String body = "{\"title\":\"Concert\",\"price\":" + price + "}";
        return seller.api().sendText("POST", "/api/tickets", "application/json", body);
    }

    private ApiResponse get(JsonNode ticket) {
        return api.get("/api/tickets/" + ticket.path("id").asString()).expect(200);
    }

    private void assertRejected(String price) {
        ApiResponse response = postTicket(price);

        assertThat(response.status()).as(response.text()).isEqualTo(400);
        assertThat(response.errors()).extracting(Failure::field).contains("price");
        assertThat(seller.api().get("/api/tickets/mine").expect(200).json()).isEmpty();
    }
}
