package com.ticketing.host.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.ticketing.devservers.FreePorts;
import com.ticketing.host.settings.UsageException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PortsTest {

    @TempDir
    Path cache;

    @Test
    void reservesAPortForOneSuiteUntilItCloses() {
        int port = FreePorts.next();
        Ports first = new Ports(cache, port, port + 1);
        try (Ports second = new Ports(cache, port, port + 1)) {
            assertThat(first.next()).isEqualTo(port);

            assertThatThrownBy(second::next).isInstanceOf(UsageException.class);
            first.close();
            assertThat(second.next()).isEqualTo(port);
        }
    }
}
