package com.ticketing.common.tracing;

import com.mongodb.observability.ObservabilitySettings;
import com.ticketing.common.settings.InvalidSettingException;
import io.micrometer.observation.ObservationRegistry;
import io.micrometer.tracing.Tracer;
import io.micrometer.tracing.handler.PropagatingSenderTracingObservationHandler;
import io.micrometer.tracing.propagation.Propagator;
import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.sdk.trace.export.SpanExporter;
import io.opentelemetry.sdk.trace.samplers.Sampler;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.micrometer.tracing.autoconfigure.TracingProperties;
import org.springframework.boot.micrometer.tracing.opentelemetry.autoconfigure.OpenTelemetryTracingAutoConfiguration;
import org.springframework.boot.micrometer.tracing.opentelemetry.autoconfigure.OpenTelemetryTracingProperties;
import org.springframework.boot.micrometer.tracing.opentelemetry.autoconfigure.otlp.OtlpTracingAutoConfiguration;
import org.springframework.boot.mongodb.autoconfigure.MongoClientSettingsBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.Conditional;
import org.springframework.core.type.AnnotatedTypeMetadata;

/**
 * Adds the spans of messages and of database commands to Spring Boot's tracing. Spans are recorded only if they are
 * exported: if {@code management.opentelemetry.tracing.export.otlp.endpoint} is set or there is another exporter.
 */
@AutoConfiguration(after = OtlpTracingAutoConfiguration.class, before = OpenTelemetryTracingAutoConfiguration.class)
class TracingAutoConfiguration {

    /** Without an exporter, spans only carry the ids that log lines and events need. */
    @Bean
    @ConditionalOnMissingBean({Sampler.class, SpanExporter.class})
    Sampler recordNothing() {
        return Sampler.alwaysOff();
    }

    /**
     * Records a share of the traces that the caller does not record, chosen by the trace id, so that services with the
     * same share agree. The page is such a caller: Spring Boot's {@code parentbased_traceidratio} would record none of
     * its requests.
     */
    @Bean
    @ConditionalOnBean(SpanExporter.class)
    @ConditionalOnMissingBean
    @Conditional(OnTraceIdRatio.class)
    Sampler recordAShare(@Value("${OTEL_TRACES_SAMPLER_ARG:}") String argument, TracingProperties tracing) {
        // Spring Boot reads the variable only together with OTEL_TRACES_SAMPLER.
        double probability = argument.isBlank() ? tracing.getSampling().getProbability() : parse(argument);
        if (!(probability >= 0 && probability <= 1)) {
            throw new InvalidSettingException(
                    "OTEL_TRACES_SAMPLER_ARG must be between 0 and 1", "set it to a share such as 0.1");
        }
        Sampler share = Sampler.traceIdRatioBased(probability);
        return Sampler.parentBasedBuilder(share)
                .setRemoteParentNotSampled(share)
                .build();
    }

    private static double parse(String share) {
        try {
            return Double.parseDouble(share);
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }

    /**
     * Matches if the sampler is {@code parentbased_traceidratio} or not set. Binds the setting as Spring Boot does,
     * which accepts several spellings.
     */
    static final class OnTraceIdRatio implements Condition {

        @Override
        public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
            return Binder.get(context.getEnvironment())
                    .bind("management.opentelemetry.tracing.sampler", OpenTelemetryTracingProperties.Sampler.class)
                    .map(OpenTelemetryTracingProperties.Sampler.PARENT_BASED_TRACE_ID_RATIO::equals)
                    .orElse(true);
        }
    }

    @Bean
    @ConditionalOnMissingBean
    MessageSpans messageSpans(OpenTelemetry openTelemetry) {
        return new MessageSpans(openTelemetry);
    }

    /**
     * Lets the driver record its commands within sampled spans. A registry of its own keeps these observations out of
     * the metrics, which the driver's command listener has already, and background tasks out of the traces.
     */
    @Bean
    @ConditionalOnBean(SpanExporter.class)
    MongoClientSettingsBuilderCustomizer databaseSpans(Tracer tracer, Propagator propagator) {
        ObservationRegistry spans = ObservationRegistry.create();
        spans.observationConfig()
                .observationPredicate(
                        (name, context) -> Span.current().getSpanContext().isSampled())
                .observationHandler(new PropagatingSenderTracingObservationHandler<>(tracer, propagator));
        return settings -> settings.observabilitySettings(ObservabilitySettings.micrometerBuilder()
                .observationRegistry(spans)
                .build());
    }
}
