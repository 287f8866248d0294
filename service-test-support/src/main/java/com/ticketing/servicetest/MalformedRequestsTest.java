package com.ticketing.servicetest;

import com.ticketing.testsupport.RawHttp;
import com.ticketing.testsupport.ServiceTest;
import com.ticketing.testsupport.SignedIn;
import com.ticketing.testsupport.input.MalformedRequest;
import com.ticketing.testsupport.input.MalformedRequests;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * Sends malformed and unusual requests to every route of the service, and to an unknown one, as an admin, who may use
 * every route. The service responds to each with 4xx in the contract's format, or without an error, and logs at most
 * one line.
 */
@ServiceTest
public abstract class MalformedRequestsTest {

    private static final String ID = "000000000000000000000001";

    @LocalServerPort
    private int port;

    @Value("${spring.application.name}")
    private String service = "";

    @Test
    void answersMalformedRequestsWithoutAFailure() throws IOException {
        String cookie = SignedIn.as(ID, "admin@example.com", "admin");
        List<MalformedRequest> requests = new ArrayList<>(MalformedRequests.to("GET", "/no/such/route", cookie));
        ApiRoutes.of(service)
                .routes()
                .forEach(route -> requests.addAll(
                        MalformedRequests.to(route.method(), route.path().replaceAll("\\{[^}]*}", ID), cookie)));
        RawHttp http = new RawHttp(port);
        // the first request of all logs the initialization
        http.send("GET /no/such/route HTTP/1.1").expect(404);
        SoftAssertions softly = new SoftAssertions();
        try (RequestLog log = new RequestLog()) {
            for (MalformedRequest request : requests) {
                softly.assertThatCode(() -> request.assertHandledBy(http)).doesNotThrowAnyException();
                softly.assertThat(log.take())
                        .as("lines logged after %s", request)
                        .hasSizeLessThanOrEqualTo(1);
            }
        }
        softly.assertAll();
    }
}
