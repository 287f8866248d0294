package com.ticketing.servicetest;

import com.ticketing.testsupport.Api;
import com.ticketing.testsupport.ServiceTest;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalManagementPort;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Checks the names and labels of the service's metrics, see {@link ExposedMetrics}. */
@ServiceTest
public abstract class MetricsTest {

    @LocalServerPort
    private int port;

    @LocalManagementPort
    private int managementPort;

    @Test
    void exposesTheListedMetricsToPrometheus() {
        new Api("http://localhost:" + port).get("/");

        ExposedMetrics.assertAsListed(managementPort);
    }
}
