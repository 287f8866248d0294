package com.ticketing.common.messaging;

import com.ticketing.common.time.BackgroundTask;
import com.ticketing.common.time.ClockAutoConfiguration;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.actuate.autoconfigure.endpoint.condition.ConditionalOnAvailableEndpoint;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.data.mongodb.autoconfigure.DataMongoAutoConfiguration;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;
import org.springframework.data.mongodb.core.MongoOperations;

/** Messaging for an application that has a database; {@code messaging.enabled=false} turns it off. */
@AutoConfiguration(after = {DataMongoAutoConfiguration.class, ClockAutoConfiguration.class})
@ConditionalOnProperty(name = "messaging.enabled", matchIfMissing = true)
@EnableConfigurationProperties({NatsProperties.class, MessagingProperties.class})
class MessagingAutoConfiguration {

    @Bean
    @ConditionalOnMissingBean(EventPublisher.class)
    BrokerConnection brokerConnection(NatsProperties properties, Environment environment) {
        String clientId = properties.clientId();
        if (clientId == null) {
            String random =
                    HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong());
            clientId = environment.getProperty("spring.application.name", "ticketing") + "-" + random;
        }
        return new BrokerConnection(properties, clientId);
    }

    @Bean
    @ConditionalOnMissingBean
    DeadLetters deadLetters(MongoOperations mongo, MessagingProperties properties, Clock clock) {
        return new DeadLetters(mongo, properties, clock);
    }

    @Bean
    @ConditionalOnMissingBean
    Deliveries deliveries(ObjectProvider<Listener<?>> listeners, DeadLetters deadLetters) {
        return Deliveries.of(listeners.orderedStream().toList(), deadLetters);
    }

    @Bean
    @ConditionalOnBean(BrokerConnection.class)
    @ConditionalOnMissingBean
    Listeners listeners(Deliveries deliveries, BrokerConnection connection, MessagingProperties properties) {
        return new Listeners(deliveries.all(), connection, properties);
    }

    @Bean
    @ConditionalOnBean(BrokerConnection.class)
    @ConditionalOnMissingBean
    BroadcastListeners podListeners(ObjectProvider<BroadcastListener<?>> listeners, BrokerConnection connection) {
        return new BroadcastListeners(listeners.orderedStream().toList(), connection);
    }

    @Bean
    @ConditionalOnMissingBean
    DeadLetterReplay deadLetterReplay(DeadLetters deadLetters, Deliveries deliveries) {
        return new DeadLetterReplay(deadLetters, deliveries.all());
    }

    /** Retries, every minute, the parked messages that are due for another attempt. */
    @Bean
    BackgroundTask deadLetterRetry(DeadLetterReplay replay) {
        return new BackgroundTask("dead-letter-retry", Duration.ofMinutes(1), replay::replayDue, Listeners.PHASE);
    }

    @Bean
    @ConditionalOnMissingBean
    @ConditionalOnAvailableEndpoint
    DeadLettersEndpoint deadLettersEndpoint(DeadLetters deadLetters, DeadLetterReplay replay) {
        return new DeadLettersEndpoint(deadLetters, replay);
    }

    @Bean
    @ConditionalOnBean(BrokerConnection.class)
    @ConditionalOnMissingBean
    ChannelReplay channelReplay(Deliveries deliveries, BrokerConnection connection, MessagingProperties properties) {
        return new ChannelReplay(deliveries.all(), connection, properties);
    }

    @Bean
    @ConditionalOnBean(ChannelReplay.class)
    @ConditionalOnMissingBean
    @ConditionalOnAvailableEndpoint
    ReplayEndpoint replayEndpoint(ChannelReplay replay) {
        return new ReplayEndpoint(replay);
    }

    /** Anything above zero needs an operator's eye. */
    @Bean
    MeterBinder deadLetterMetrics(DeadLetters deadLetters) {
        return registry -> Gauge.builder("messaging.dead.letters", deadLetters, DeadLetters::countParked)
                .description("Messages that failed for good and are parked")
                .register(registry);
    }

    @Bean
    @ConditionalOnMissingBean(name = "brokerHealthIndicator")
    HealthIndicator brokerHealthIndicator(EventPublisher broker) {
        return new BrokerHealthIndicator(broker);
    }
}
