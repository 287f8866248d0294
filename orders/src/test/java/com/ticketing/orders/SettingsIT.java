package com.ticketing.orders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatException;

import com.ticketing.testsupport.TestServers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class SettingsIT {

    @Test
    void refusesToStartWithAShortKeyAndPrintsOneLineOfHelp(CapturedOutput output) {
        assertThatException()
                .isThrownBy(() -> SpringApplication.run(
                        OrdersApplication.class,
                        "--jwt.key=too short",
                        "--server.port=0",
                        "--management.server.port=0",
                        "--nats.url=" + TestServers.natsUrl(),
                        "--spring.mongodb.uri=" + TestServers.newMongoUri()));

        assertThat(output)
                .contains("JWT_KEY is too short: it has 9 bytes and needs 32; make one with: openssl rand -base64 48")
                .doesNotContain("\tat ", "--jwt.key", "jwt.key=too short");
    }
}
