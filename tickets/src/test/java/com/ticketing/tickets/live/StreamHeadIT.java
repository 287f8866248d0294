package com.ticketing.tickets.live;

import static com.ticketing.testsupport.Eventually.await;
import static org.assertj.core.api.Assertions.assertThat;

import com.ticketing.testsupport.ApiResponse;
import com.ticketing.testsupport.RawHttp;
import com.ticketing.testsupport.ServiceTest;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.test.context.TestPropertySource;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * The thread of the request writes the head of a stream. Another thread would write it while filters add their headers,
 * so that headers were missing or had no name.
 */
@ServiceTest
@TestPropertySource(properties = "tickets.live.heartbeat=PT0.05S")
@Import(StreamHeadIT.Recorder.class)
class StreamHeadIT {

    private static final int STREAMS = 50;

    @LocalServerPort
    private int port;

    @Autowired
    private Recorder recorder;

    @Autowired
    private MeterRegistry meters;

    @Test
    void isWrittenByTheThreadOfTheRequest() throws IOException {
        for (int stream = 0; stream < STREAMS; stream++) {
            ApiResponse response = new RawHttp(port).send("GET /api/tickets/events HTTP/1.1");

            assertThat(response.expect(200).headers().map())
                    .containsKeys("Content-Type", "X-Accel-Buffering", "X-Content-Type-Options", "Referrer-Policy");
        }

        await().until(() -> recorder.committed.size() == STREAMS);
        assertThat(recorder.committed).containsOnly(true);
        await().untilAsserted(() ->
                assertThat(meters.get("tickets.live.streams").gauge().value()).isZero());
    }

    /** Records whether the head is written when the handler has returned, before any filter adds headers. */
    @TestConfiguration(proxyBeanMethods = false)
    @Order(Ordered.LOWEST_PRECEDENCE)
    static class Recorder extends OncePerRequestFilter {

        final Queue<Boolean> committed = new ConcurrentLinkedQueue<>();

        @Override
        protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
                throws ServletException, IOException {
            chain.doFilter(request, response);
            committed.add(response.isCommitted());
        }
    }
}
