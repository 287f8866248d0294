package com.ticketing.payments;

import com.ticketing.servicetest.ExposedMetrics;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalManagementPort;

/** Pays first, because requests to Stripe are measured from the first one on. */
class MetricsIT extends PaymentsServiceTest {

    @LocalManagementPort
    private int managementPort;

    @Test
    void exposesTheListedMetricsToPrometheus() {
        pay(placed("19.99"), "tok_visa").expect(201);

        ExposedMetrics.assertAsListed(managementPort);
    }
}
