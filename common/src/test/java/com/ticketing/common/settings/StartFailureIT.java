package com.ticketing.common.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.ticketing.common.sample.SampleProcess;
import com.ticketing.testsupport.TestServers;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class StartFailureIT {

    @Test
    void explainsHowToCreateAMissingKey(CapturedOutput output) {
        assertThat(start("jwt.key=")).isNotNull();
        assertPrintsOnly(output, "JWT_KEY is missing; make one with: openssl rand -base64 48");
    }

    @Test
    void reportsATooShortKeyWithoutPrintingIt(CapturedOutput output) {
        assertThat(start("jwt.key=thirty-one-bytes-are-one-to-few")).isNotNull();
        assertPrintsOnly(
                output, "JWT_KEY is too short: it has 31 bytes and needs 32; make one with: openssl rand -base64 48");
        assertThat(output).doesNotContain("thirty-one-bytes");
    }

    @Test
    void requiresTheBrokersAddress(CapturedOutput output) {
        assertThat(start("nats.url=")).isNotNull();
        assertPrintsOnly(
                output, "NATS_URL is missing; set it to the NATS Streaming server, for example nats://localhost:4222");
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.01", "-0.1", "a tenth"})
    void rejectsAnInvalidShareOfTheTraces(String share, CapturedOutput output) {
        assertThat(start(
                        "management.opentelemetry.tracing.export.otlp.endpoint=http://localhost:1/v1/traces",
                        "OTEL_TRACES_SAMPLER_ARG=" + share))
                .isNotNull();
        assertPrintsOnly(output, "OTEL_TRACES_SAMPLER_ARG must be between 0 and 1; set it to a share such as 0.1");
    }

    private static Throwable start(String... settings) {
        Stream<String> defaults = Stream.of(
                "spring.mongodb.uri=" + TestServers.newMongoUri(),
                "nats.url=nats://localhost:1",
                "logging.level.root=error");
        return catchThrowable(() -> SampleProcess.start(
                        Stream.concat(defaults, Stream.of(settings)).toArray(String[]::new))
                .close());
    }

    private static void assertPrintsOnly(CapturedOutput output, String description) {
        assertThat(output).contains("Description:\n\n" + description + "\n").doesNotContain("\tat ");
    }
}
