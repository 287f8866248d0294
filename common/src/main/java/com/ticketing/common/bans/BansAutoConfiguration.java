package com.ticketing.common.bans;

import com.ticketing.common.combining.Combining;
import com.ticketing.common.messaging.EventPublisher;
import com.ticketing.common.security.AccessTokens;
import java.time.Clock;
import java.time.Duration;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.data.mongodb.core.MongoOperations;

/**
 * Denies banned users and deleted accounts in an application that verifies tokens and receives events;
 * {@code bans.enabled=false} turns it off.
 */
@AutoConfiguration(
        afterName = {
            "com.ticketing.common.messaging.MessagingAutoConfiguration",
            "com.ticketing.common.security.TokenSecurityAutoConfiguration"
        })
@ConditionalOnBean({EventPublisher.class, AccessTokens.class})
@ConditionalOnProperty(name = "bans.enabled", matchIfMissing = true)
class BansAutoConfiguration {

    /** Covers the delay of the ban's event. */
    private static final Duration MARGIN = Duration.ofMinutes(1);

    @Bean
    @ConditionalOnMissingBean
    Bans bans(MongoOperations mongo, Combining combining) {
        return new Bans(mongo, combining);
    }

    @Bean
    @ConditionalOnMissingBean
    BannedUsers bannedUsers(Bans bans, AccessTokens tokens, Clock clock) {
        return new BannedUsers(bans, life(tokens), clock);
    }

    private static Duration life(AccessTokens tokens) {
        return tokens.longestValidity().plus(MARGIN);
    }

    @Bean
    @ConditionalOnMissingBean
    BanHandler banHandler(
            Bans bans,
            BannedUsers bannedUsers,
            ObjectProvider<BanAction> banActions,
            ObjectProvider<DeletionAction> deletionActions) {
        return new BanHandler(bans, bannedUsers, banActions::orderedStream, deletionActions::orderedStream);
    }

    @Bean
    @ConditionalOnMissingBean
    UserBannedListener userBannedListener(BanHandler handler, Clock clock) {
        return new UserBannedListener(handler, clock);
    }

    @Bean
    @ConditionalOnMissingBean
    UserUnbannedListener userUnbannedListener(BanHandler handler, Clock clock) {
        return new UserUnbannedListener(handler, clock);
    }

    @Bean
    @ConditionalOnMissingBean
    UserDeletedListener userDeletedListener(BanHandler handler, Clock clock) {
        return new UserDeletedListener(handler, clock);
    }

    @Bean
    @ConditionalOnMissingBean
    UserBannedBroadcastListener userBannedBroadcastListener(BannedUsers bannedUsers, AccessTokens tokens, Clock clock) {
        return new UserBannedBroadcastListener(bannedUsers, life(tokens), clock);
    }

    @Bean
    @ConditionalOnMissingBean
    UserUnbannedBroadcastListener userUnbannedBroadcastListener(
            BannedUsers bannedUsers, AccessTokens tokens, Clock clock) {
        return new UserUnbannedBroadcastListener(bannedUsers, life(tokens), clock);
    }

    @Bean
    @ConditionalOnMissingBean
    UserDeletedBroadcastListener userDeletedBroadcastListener(
            BannedUsers bannedUsers, AccessTokens tokens, Clock clock) {
        return new UserDeletedBroadcastListener(bannedUsers, life(tokens), clock);
    }
}
