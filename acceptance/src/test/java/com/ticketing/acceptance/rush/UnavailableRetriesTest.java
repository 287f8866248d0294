package com.ticketing.acceptance.rush;

import static org.assertj.core.api.Assertions.assertThat;

import com.ticketing.host.api.ApiResponse;
import java.net.http.HttpHeaders;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import org.junit.jupiter.api.Test;

class UnavailableRetriesTest {

    private static final ApiResponse BUSY = response(503, "{\"errors\":[{\"message\":\"x\",\"code\":\"too-busy\"}]}");
    private static final ApiResponse OUTAGE =
            response(503, "{\"errors\":[{\"message\":\"x\",\"code\":\"temporarily-unavailable\"}]}");
    private static final ApiResponse RESERVED =
            response(400, "{\"errors\":[{\"message\":\"x\",\"code\":\"ticket-reserved\"}]}");
    private static final ApiResponse CREATED = response(201, "{}");

    @Test
    void aRequestIsRepeatedUntilTheServiceIsAvailable() throws Exception {
        Queue<ApiResponse> responses = new ArrayDeque<>(List.of(BUSY, OUTAGE, CREATED));

        assertThat(new UnavailableRetries(responses::remove, Duration.ofMinutes(1)).call())
                .isEqualTo(CREATED);
    }

    @Test
    void anotherRejectionIsReturnedAtOnce() throws Exception {
        Queue<ApiResponse> responses = new ArrayDeque<>(List.of(RESERVED, CREATED));

        assertThat(new UnavailableRetries(responses::remove, Duration.ofMinutes(1)).call())
                .isEqualTo(RESERVED);
    }

    @Test
    void theRejectionIsReturnedWhenPatienceEnds() throws Exception {
        Queue<ApiResponse> responses = new ArrayDeque<>(List.of(BUSY, BUSY, CREATED));

        assertThat(new UnavailableRetries(responses::remove, Duration.ZERO).call())
                .isEqualTo(BUSY);
    }

    private static ApiResponse response(int status, String body) {
        return new ApiResponse(status, HttpHeaders.of(Map.of(), (name, value) -> true), body);
    }
}
