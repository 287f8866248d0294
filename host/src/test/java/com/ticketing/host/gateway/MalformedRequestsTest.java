package com.ticketing.host.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.ticketing.testsupport.RawHttp;
import com.ticketing.testsupport.input.MalformedRequest;
import com.ticketing.testsupport.input.MalformedRequests;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * Sends malformed and unusual requests through the gateway, for a service that rejects what it receives, and for the
 * page.
 */
class MalformedRequestsTest {

    private static final byte[] REJECTED =
            "{\"errors\":[{\"message\":\"Bad Request\",\"code\":\"bad-request\"}]}".getBytes(UTF_8);

    @RegisterExtension
    final GatewayFixture fixture = new GatewayFixture();

    @Test
    void answersMalformedRequestsInTheContractsFormat() throws Exception {
        RawHttp gateway = new RawHttp(fixture.gateway(fixture.upstream(exchange -> {
                    exchange.getRequestBody().readAllBytes();
                    exchange.getResponseHeaders().set("Content-Type", "application/json");
                    exchange.sendResponseHeaders(400, REJECTED.length);
                    exchange.getResponseBody().write(REJECTED);
                    exchange.close();
                }))
                .port());
        SoftAssertions softly = new SoftAssertions();
        Stream.of(
                        MalformedRequests.to("GET", "/api/tickets", "session=x"),
                        MalformedRequests.to("POST", "/api/tickets", "session=x"))
                .flatMap(requests -> requests.stream())
                .forEach(request -> softly.assertThatCode(() -> request.assertHandledBy(gateway))
                        .doesNotThrowAnyException());
        // the page ignores queries
        MalformedRequests.to("GET", "/tickets", "session=x").stream()
                .map(request -> new MalformedRequest(request.head(), request.body(), false))
                .forEach(request -> softly.assertThatCode(() -> request.assertHandledBy(gateway))
                        .doesNotThrowAnyException());
        softly.assertAll();
    }
}
