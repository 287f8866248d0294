package com.ticketing.common.sessions;

import com.ticketing.common.messaging.EventPublisher;
import com.ticketing.common.security.AccessTokens;
import java.time.Clock;
import java.time.Duration;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;

/**
 * Denies the tokens of ended sessions in an application that verifies tokens and receives events;
 * {@code ended-sessions.enabled=false} turns it off.
 */
@AutoConfiguration(
        afterName = {
            "com.ticketing.common.messaging.MessagingAutoConfiguration",
            "com.ticketing.common.security.TokenSecurityAutoConfiguration"
        })
@ConditionalOnBean({EventPublisher.class, AccessTokens.class})
@ConditionalOnProperty(name = "ended-sessions.enabled", matchIfMissing = true)
class SessionsAutoConfiguration {

    /** Covers the delay of the event and a token that is issued while its session ends. */
    private static final Duration MARGIN = Duration.ofMinutes(1);

    @Bean
    @ConditionalOnMissingBean
    EndedSessions endedSessions(AccessTokens tokens, Clock clock) {
        return new EndedSessions(life(tokens), clock);
    }

    @Bean
    @ConditionalOnMissingBean
    UserSessionEndedBroadcastListener userSessionEndedBroadcastListener(
            EndedSessions endedSessions, AccessTokens tokens) {
        return new UserSessionEndedBroadcastListener(endedSessions, life(tokens));
    }

    private static Duration life(AccessTokens tokens) {
        return tokens.longestValidity().plus(MARGIN);
    }
}
