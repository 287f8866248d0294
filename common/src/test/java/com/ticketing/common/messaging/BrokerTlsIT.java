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
import java.nio.file.Files;
import java.nio.file.Path;
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
    void rejectsAServerOfAnotherAuthority(@TempDir Path other, CapturedOutput output) throws Exception {
        TlsFiles others = TestCertificates.create(other, "IP:127.0.0.1");
        try (SampleProcess process = start(broker.url(), others.authority())) {
            await().until(() -> output.getOut().contains("Path does not chain with any of the trust anchors"));
            assertThat(process.isConnected()).isFalse();
        }
    }

    @Test
    void rejectsAServerWhoseCertificateIsForAnotherHost(CapturedOutput output) {
        try (SampleProcess process = start(broker.url().replace("127.0.0.1", "localhost"), files.authority())) {
            await().until(() -> output.getOut().contains("No name matching localhost found"));
            assertThat(process.isConnected()).isFalse();
        }
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
