package com.ticketing.tickets.ticket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.ticketing.common.errors.ApiException;
import com.ticketing.common.errors.CommonError;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class FileTransfersTest {

    private final FileTransfers transfers = new FileTransfers();
    private int ended;

    @Test
    void runsOneTransferOfAUserAtATime() throws IOException {
        transfers.run("user", () -> {
            transfers.run("other user", () -> ended++);
            // ends the wait
            Thread.currentThread().interrupt();
            assertThatExceptionOfType(ApiException.class)
                    .isThrownBy(() -> transfers.run("user", () -> ended++))
                    .satisfies(rejected -> assertThat(rejected.code()).isEqualTo(CommonError.TOO_MANY_REQUESTS));
            assertThat(Thread.interrupted()).isTrue();
        });
        transfers.run("user", () -> ended++);

        assertThat(ended).isEqualTo(2);
    }
}
