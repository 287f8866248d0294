package com.ticketing.auth.admin;

import com.ticketing.common.time.BackgroundTask;
import java.time.Clock;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class AuditConfiguration {

    private static final Duration CLEANUP_INTERVAL = Duration.ofHours(6);

    /** Removes the entries whose retention has ended. */
    @Bean
    BackgroundTask auditCleanup(AuditLog audit, AuditProperties properties, Clock clock) {
        return new BackgroundTask(
                "audit-cleanup",
                CLEANUP_INTERVAL,
                () -> audit.removeBefore(clock.instant().minus(properties.retention())));
    }
}
