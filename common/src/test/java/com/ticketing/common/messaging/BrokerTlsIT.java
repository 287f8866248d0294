package com.ticketing.common.messaging;

import static com.ticketing.testsupport.Eventually.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.ticketing.common.sample.SampleProcess;
import com.ticketing.common.settings.InvalidSettingException;
import com.ticketing.devservers.BrokerCluster;
import com.ticketing.devservers.CacheFolder;
import com.ticketing.devservers.TlsFiles;
import com.ticketing.testsupport.TestCertificates;
import com.ticketing.testsupport.TestServers;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class BrokerTlsIT {

    @TempDir
    static Path folder;

    static TlsFiles files;
    static BrokerCluster broker;

    @BeforeAll
    static void startBroker() throws Exception {
        files = TestCertificates.create(folder, "IP:127.0.0.1");
        broker = BrokerCluster.startWithTls(CacheFolder.path(), folder.resolve("broker"), files);
    }

    @AfterAll
    static void stopBroker() {
        broker.close();
    }

    @Test
    void connectsToAServerWhoseCertificateATrustedAuthorityHasIssued() {
        try (SampleProcess process = start(broker.url(), files.authority())) {
            await().until(process::isConnected);
        }
    }

    @Test
    void usesTlsIfOnlyTheAuthorityIsSet() {
        try (SampleProcess process = start(broker.url().replace("tls://", "nats://"), files.authority())) {
            await().until(process::isConnected);
        }
    }

    @Test
    void rejectsAServerOfAnotherAuthorityUntilTheFileIsReplaced(@TempDir Path other, CapturedOutput output)
            throws Exception {
        Path authority = TestCertificates.create(other, "IP:127.0.0.1").authority();
        try (SampleProcess process = start(broker.url(), authority)) {
            await().until(() -> output.getOut().contains("Path does not chain with any of the trust anchors"));

            Files.copy(files.authority(), authority, StandardCopyOption.REPLACE_EXISTING);
            await().until(process::isConnected);
        }
    }

    @Test
    void trustsTheAuthoritiesOfTheJdkByDefault(CapturedOutput output) {
        try (SampleProcess process =
                SampleProcess.start("spring.mongodb.uri=" + TestServers.newMongoUri(), "nats.url=" + broker.url())) {
            await().until(() -> output.getOut().contains("unable to find valid certification path"));
            assertThat(process.isConnected()).isFalse();
        }
    }

    @Test
    void comparesTheHostWithTheCertificateAndLogsNoPassword(CapturedOutput output) {
        String url = broker.url().replace("127.0.0.1", "localhost");
        try (SampleProcess process = start(url, files.authority())) {
            await().until(() -> output.getOut().contains("No name matching localhost found"));
            assertThat(process.isConnected()).isFalse();
        }
        String credentials = URI.create(url.substring(0, url.indexOf(','))).getUserInfo();
        assertThat(output).doesNotContain(credentials.substring(credentials.indexOf(':') + 1));
    }

    @Test
    void rejectsTheAddressOfAWebSocket() {
        assertThatThrownBy(() -> start("ws://127.0.0.1:1", files.authority()))
                .rootCause()
                .isInstanceOf(InvalidSettingException.class)
                .hasMessage("NATS_URL has the address of a WebSocket");
    }

    @Test
    void endsTheStartIfTheFileHasNoCertificates() throws Exception {
        Path empty = Files.writeString(folder.resolve("empty.pem"), "");

        assertThatThrownBy(() -> start(broker.url(), empty))
                .rootCause()
                .isInstanceOf(InvalidSettingException.class)
                .hasMessageContaining("NATS_CA");
    }

    private static SampleProcess start(String url, Path authority) {
        return SampleProcess.start(
                "spring.mongodb.uri=" + TestServers.newMongoUri(), "nats.url=" + url, "nats.ca=" + authority);
    }
}
