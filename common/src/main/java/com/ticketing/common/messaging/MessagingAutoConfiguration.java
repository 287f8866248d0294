package com.ticketing.common.messaging;

import com.ticketing.common.persistence.DatabaseAvailability;
import com.ticketing.common.time.BackgroundTask;
import com.ticketing.common.time.ClockAutoConfiguration;
import com.ticketing.common.tracing.MessageSpans;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
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

/** Configures messaging for an application that has a database; {@code messaging.enabled=false} turns it off. */
@AutoConfiguration(
        after = {DataMongoAutoConfiguration.class, ClockAutoConfiguration.class},
        afterName = {
            "com.ticketing.common.persistence.PersistenceAutoConfiguration",
            "com.ticketing.common.tracing.TracingAutoConfiguration"
        })
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
    ListenerAdapters listenerAdapters(
            ObjectProvider<Listener<?>> listeners, DeadLetters deadLetters, MessageSpans spans) {
        return ListenerAdapters.of(listeners.orderedStream().toList(), deadLetters, spans);
    }

    @Bean
    @ConditionalOnBean(BrokerConnection.class)
    @ConditionalOnMissingBean
    Listeners listeners(
            ListenerAdapters adapters,
            BrokerConnection connection,
            MessagingProperties properties,
            MeterRegistry meters,
            Clock clock) {
        return new Listeners(adapters.all(), connection, properties, meters, clock);
    }

    /** Asks for the ends of the channels every 30 s. */
    @Bean
    @ConditionalOnBean(Listeners.class)
    BackgroundTask consumerLag(Listeners listeners, BrokerConnection connection) {
        ConsumerLag lag = new ConsumerLag(listeners.metrics(), connection);
        return BackgroundTask.inBatches("consumer-lag", ConsumerLag.INTERVAL, lag::updateNext);
    }

    @Bean
    @ConditionalOnBean(BrokerConnection.class)
    @ConditionalOnMissingBean
    BroadcastListeners broadcastListeners(ObjectProvider<BroadcastListener<?>> listeners, BrokerConnection connection) {
        return new BroadcastListeners(listeners.orderedStream().toList(), connection);
    }

    @Bean
    @ConditionalOnMissingBean
    DeadLetterReplay deadLetterReplay(DeadLetters deadLetters, ListenerAdapters adapters) {
        return new DeadLetterReplay(deadLetters, adapters.all());
    }

    /** Retries, every minute, the parked messages that are due for another attempt. */
    @Bean
    BackgroundTask deadLetterRetry(DeadLetterReplay replay) {
        return new BackgroundTask("dead-letter-retry", Duration.ofMinutes(1), replay::replayDue, Listeners.PHASE);
    }

    /** Removes, every hour, the messages whose retention has ended. */
    @Bean
    BackgroundTask deadLetterCleanup(DeadLetters deadLetters) {
        return new BackgroundTask("dead-letter-cleanup", Duration.ofHours(1), deadLetters::removeExpired);
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
    ChannelReplay channelReplay(
            ListenerAdapters adapters, BrokerConnection connection, MessagingProperties properties) {
        return new ChannelReplay(adapters.all(), connection, properties);
    }

    @Bean
    @ConditionalOnBean(ChannelReplay.class)
    @ConditionalOnMissingBean
    @ConditionalOnAvailableEndpoint
    ReplayEndpoint replayEndpoint(ChannelReplay replay) {
        return new ReplayEndpoint(replay);
    }

    /** Publishes the number of parked messages; a value above 0 needs an operator's attention. */
    @Bean
    MeterBinder deadLetterMetrics(DeadLetters deadLetters, DatabaseAvailability database) {
        return registry -> Gauge.builder("messaging.dead.letters", database.whenAvailable(deadLetters::countParked))
                .description("Parked messages")
                .register(registry);
    }

    @Bean
    MeterBinder brokerMetrics(EventPublisher broker) {
        return registry -> Gauge.builder("messaging.broker.connected", () -> broker.isConnected() ? 1 : 0)
                .description("1 while this process is connected to the broker")
                .register(registry);
    }

    @Bean
    @ConditionalOnMissingBean(name = "brokerHealthIndicator")
    HealthIndicator brokerHealthIndicator(EventPublisher broker) {
        return new BrokerHealthIndicator(broker);
    }
}
