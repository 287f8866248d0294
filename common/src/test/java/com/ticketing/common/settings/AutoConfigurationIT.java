package com.ticketing.common.settings;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.MongoClientSettings;
import com.ticketing.common.errors.ErrorWriter;
import com.ticketing.common.events.Subject;
import com.ticketing.common.messaging.EventPublisher;
import com.ticketing.common.persistence.AggregateStore;
import com.ticketing.common.security.AccessTokens;
import com.ticketing.testsupport.TestServers;
import io.micrometer.tracing.propagation.Propagator;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.security.autoconfigure.web.servlet.SecurityFilterProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.context.runner.WebApplicationContextRunner;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.web.SecurityFilterChain;

/** Checks what the library configures and what an application can replace. There is a database and no broker. */
class AutoConfigurationIT {

    private static final String[] SETTINGS = {
        "spring.application.name=sample",
        "jwt.key=a-key-for-this-test-only-of-32-bytes-or-more",
        "jwt.access-life=PT5M",
        "nats.url=nats://localhost:1",
        "spring.mongodb.uri=" + TestServers.newMongoUri(),
        "messaging.queue-group=sample-service"
    };

    private final ApplicationContextRunner worker = new ApplicationContextRunner()
            .withUserConfiguration(Application.class)
            .withPropertyValues(SETTINGS);

    private final ApplicationContextRunner exporting = worker.withPropertyValues(
            "management.opentelemetry.tracing.export.otlp.endpoint=http://localhost:1/v1/traces");

    private final WebApplicationContextRunner service = new WebApplicationContextRunner()
            .withUserConfiguration(Application.class)
            .withPropertyValues(SETTINGS);

    @Test
    void configuresAllPartsOfAWebApplication() {
        service.run(context -> {
            assertThat(context)
                    .hasNotFailed()
                    .hasSingleBean(EventPublisher.class)
                    .hasSingleBean(AggregateStore.class)
                    .hasSingleBean(AccessTokens.class)
                    .hasSingleBean(ErrorWriter.class)
                    .hasSingleBean(Clock.class)
                    .doesNotHaveBean(UserDetailsService.class);
            assertThat(context.getBeansOfType(SecurityFilterChain.class)).hasSize(2);
            assertThat(context.getBeansOfType(HealthIndicator.class))
                    .containsKeys("mongoHealthIndicator", "brokerHealthIndicator");
            assertThat(context.getBean(AccessTokens.class).life()).isEqualTo(Duration.ofMinutes(5));
        });
    }

    @Test
    void removesATrailingSlashBeforeTheLimitOfTheBody() {
        service.run(context -> assertThat(
                        context.getBean("bodyLimitFilter", Ordered.class).getOrder())
                .isGreaterThan(
                        context.getBean("trailingSlashFilter", Ordered.class).getOrder())
                .isLessThan(SecurityFilterProperties.DEFAULT_FILTER_ORDER));
    }

    @Test
    void configuresNothingForRequestsInANonWebApplication() {
        worker.run(context -> assertThat(context)
                .hasNotFailed()
                .hasSingleBean(AggregateStore.class)
                .doesNotHaveBean(AccessTokens.class)
                .doesNotHaveBean(ErrorWriter.class));
    }

    @Test
    void configuresNoMessagingIfItIsDisabled() {
        worker.withPropertyValues("messaging.enabled=false", "nats.url=")
                .run(context -> assertThat(context)
                        .hasNotFailed()
                        .doesNotHaveBean(EventPublisher.class)
                        .doesNotHaveBean(AggregateStore.class));
    }

    @Test
    void recordsNoSpansUntilTheyAreExported() {
        worker.run(context -> {
            assertThat(context)
                    .hasNotFailed()
                    .doesNotHaveBean(SpanExporter.class)
                    .doesNotHaveBean("databaseSpans");
            assertThat(context.getBean(Sampler.class)).isEqualTo(Sampler.alwaysOff());
            assertThat(context.getBean(MongoClientSettings.class).getObservabilitySettings())
                    .isNull();
        });
        exporting.run(context -> {
            assertThat(context).hasNotFailed().hasSingleBean(SpanExporter.class).hasBean("databaseSpans");
            assertThat(context.getBean(Sampler.class).getDescription())
                    .contains("ParentBased", "TraceIdRatioBased{0.1");
        });
    }

    @ParameterizedTest
    @CsvSource({"0.0, 00, false", "1.0, 00, true", "0.0, 01, true", "1.0, 01, true"})
    void recordsTheTracesOfTheCallerAndAShareOfTheOthers(double share, String flags, boolean recorded) {
        Map<String, String> headers =
                Map.of("traceparent", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-" + flags);

        exporting
                .withPropertyValues("management.tracing.sampling.probability=" + share)
                .run(context -> assertThat(context.getBean(Propagator.class)
                                .extract(headers, Map::get)
                                .start()
                                .context()
                                .sampled())
                        .isEqualTo(recorded));
    }

    @ParameterizedTest
    @CsvSource({"'', 0.1", "0.25, 0.25"})
    void takesTheShareFromOpenTelemetrysVariable(String variable, String share) {
        exporting
                .withPropertyValues("OTEL_TRACES_SAMPLER_ARG=" + variable)
                .run(context -> assertThat(context.getBean(Sampler.class).getDescription())
                        .contains("TraceIdRatioBased{" + share));
    }

    /** Spring Boot translates {@code OTEL_TRACES_SAMPLER} to the second spelling. */
    @ParameterizedTest
    @ValueSource(strings = {"parent-based-trace-id-ratio", "PARENT_BASED_TRACE_ID_RATIO"})
    void recordsAShareIfTheSamplerIsNamed(String sampler) {
        exporting
                .withPropertyValues("management.opentelemetry.tracing.sampler=" + sampler)
                .run(context -> assertThat(context).hasNotFailed().hasBean("recordAShare"));
    }

    @Test
    void leavesAnotherSamplerToSpringBoot() {
        exporting
                .withPropertyValues("management.opentelemetry.tracing.sampler=always-on")
                .run(context -> assertThat(context.getBean(Sampler.class)).isEqualTo(Sampler.alwaysOn()));
    }

    @Test
    void backsOffForAnotherPublisherAndClock() {
        Clock clock = Clock.fixed(Instant.EPOCH, ZoneOffset.UTC);
        worker.withBean(EventPublisher.class, NowherePublisher::new)
                .withBean(Clock.class, () -> clock)
                .run(context -> {
                    assertThat(context).hasNotFailed().hasSingleBean(AggregateStore.class);
                    assertThat(context.getBean(EventPublisher.class)).isInstanceOf(NowherePublisher.class);
                    assertThat(context.getBean(Clock.class)).isSameAs(clock);
                });
    }

    @Test
    void doesNotStartWithoutRequiredSettings() {
        service.withPropertyValues("nats.url=")
                .run(context -> assertThat(context)
                        .getFailure()
                        .rootCause()
                        .isInstanceOf(InvalidSettingException.class)
                        .hasMessage("NATS_URL is missing"));
        service.withPropertyValues("jwt.key=short")
                .run(context -> assertThat(context)
                        .getFailure()
                        .rootCause()
                        .isInstanceOf(InvalidSettingException.class)
                        .hasMessage("JWT_KEY is too short: it has 5 bytes and needs 32"));
        service.withPropertyValues("nats.cluster-id=two words")
                .run(context -> assertThat(context).hasFailed());
        service.withPropertyValues("outbox.batch=0")
                .run(context -> assertThat(context).hasFailed());
    }

    @ParameterizedTest
    @CsvSource({
        "outbox.sweep-interval=PT0S, OUTBOX_SWEEP_INTERVAL must be positive",
        "outbox.lease=PT10S, OUTBOX_LEASE must exceed 10 s",
        "outbox.linger=-PT1S, OUTBOX_LINGER must not be negative",
        "messaging.ack-wait=PT0.9S, MESSAGING_ACK_WAIT must be at least 1 s",
        "messaging.retry-parked-after=PT0S, MESSAGING_RETRY_PARKED_AFTER must be positive",
        "messaging.dead-letter-retention=-P1D, MESSAGING_DEAD_LETTER_RETENTION must be positive",
        "mongodb.timeout=PT0S, MONGODB_TIMEOUT must be positive",
        "mongodb.server-selection-timeout=PT0S, MONGODB_SERVER_SELECTION_TIMEOUT must be positive",
        "jwt.access-life=PT0S, JWT_ACCESS_LIFE must be positive"
    })
    void doesNotStartWithAnInvalidDuration(String setting, String message) {
        service.withPropertyValues(setting)
                .run(context -> assertThat(context)
                        .getFailure()
                        .rootCause()
                        .isInstanceOf(InvalidSettingException.class)
                        .hasMessage(message));
    }

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    static class Application {}

    static final class NowherePublisher implements EventPublisher {

        @Override
        public CompletableFuture<Void> publish(Subject subject, String json) {
            return CompletableFuture.completedFuture(null);
        }

        @Override
        public boolean isConnected() {
            return true;
        }

        @Override
        public void onConnected(Runnable action) {
            action.run();
        }
    }
}
