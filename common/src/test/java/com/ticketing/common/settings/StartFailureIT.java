package com.ticketing.common.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.ticketing.common.sample.SampleProcess;
import com.ticketing.testsupport.TestServers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
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

    private static Throwable start(String setting) {
        return catchThrowable(() -> SampleProcess.start(
                        "spring.mongodb.uri=" + TestServers.newMongoUri(),
                        "nats.url=nats://localhost:1",
                        "logging.level.root=error",
                        setting)
                .close());
    }

    private static void assertPrintsOnly(CapturedOutput output, String description) {
        assertThat(output).contains("Description:\n\n" + description + "\n").doesNotContain("\tat ");
    }
}
