package com.ticketing.common.proxies;

import static org.assertj.core.api.Assertions.assertThat;

import com.ticketing.testsupport.Api;
import com.ticketing.testsupport.ServiceTest;
import com.ticketing.testsupport.SignedIn;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** On Kubernetes, Spring Boot lets Tomcat evaluate the forwarded headers, unless a setting forbids it. */
@ServiceTest(properties = "spring.main.cloud-platform=kubernetes")
class ProxiesIT {

    @Autowired
    Api anonymous;

    @Test
    void theHeadersOfATrustedProxyCountOnKubernetesToo() {
        assertThat(anonymous
                        .as(SignedIn.as("alice", "alice@example.com"))
                        .with("X-Forwarded-For", "203.0.113.7")
                        .with("X-Forwarded-Host", "tickets.example")
                        .with("X-Forwarded-Proto", "https")
                        .with("Origin", "https://tickets.example")
                        .post("/api/listings", Map.of("title", "Concert", "price", 20))
                        .status())
                .isEqualTo(200);
    }
}
