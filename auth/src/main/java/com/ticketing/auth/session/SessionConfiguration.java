package com.ticketing.auth.session;

import com.ticketing.common.time.BackgroundTask;
import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class SessionConfiguration {

    private static final Logger log = LoggerFactory.getLogger(SessionConfiguration.class);

    /** Removes expired sessions at an interval, because not every supported database has TTL indexes. */
    @Bean
    BackgroundTask expiredSessionCleaner(Sessions sessions, SessionProperties properties, Clock clock) {
        return new BackgroundTask("expired-sessions", properties.cleanupInterval(), () -> {
            long removed = sessions.deleteByExpiresAtLessThanEqual(clock.instant());
            log.debug("Expired sessions removed: count={}", removed);
        });
    }
}
