package com.ticketing.common.errors;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpHeaders;
import org.springframework.mock.web.MockHttpServletResponse;

class ErrorWriterTest {

    @Test
    void roundsRetryAfterUp() throws Exception {
        MockHttpServletResponse response = new MockHttpServletResponse();

        new ErrorWriter().write(response, CommonError.TEMPORARILY_UNAVAILABLE, Duration.ofMillis(500));

        assertThat(response.getHeader(HttpHeaders.RETRY_AFTER)).isEqualTo("1");
    }
}
