package com.ticketing.servicetest;

import static org.assertj.core.api.Assertions.assertThat;

import com.ticketing.testsupport.RawHttp;
import com.ticketing.testsupport.Seeded;
import com.ticketing.testsupport.ServiceTest;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * Sends random requests to each route of the service's OpenAPI description. No request leads to a 5xx, and all errors
 * have the contract's format.
 */
@ServiceTest
public abstract class FuzzTest {

    private static final Logger log = LoggerFactory.getLogger(FuzzTest.class);

    /** Enough for each unusual value of each field of the largest body to be sent a few times. */
    static final int REQUESTS_PER_ROUTE = 300;

    @LocalServerPort
    private int port;

    @Value("${spring.application.name}")
    private String service = "";

    @Test
    void noRandomRequestFails() {
        long seed = Seeded.newSeed();
        log.info("Fuzz test started: service={} TEST_SEED={}", service, seed);
        ApiRoutes routes = ApiRoutes.of(service);

        ApiFuzzer.Report report = new ApiFuzzer(routes, seed, new RawHttp(port)::send).run(REQUESTS_PER_ROUTE);

        log.info(
                "Fuzz test: service={} routes={} requests={} statuses={} failures={} seed={}",
                service,
                routes.routes().size(),
                report.requests(),
                report.statuses(),
                report.failures().size(),
                seed);
        assertThat(report.failures()).as("TEST_SEED=%s", seed).isEmpty();
        assertThat(report.statuses().keySet())
                .as("some requests succeed, and some are rejected: TEST_SEED=%s", seed)
                .anyMatch(status -> status < 300)
                .anyMatch(status -> status == 400);
    }
}
