package com.ticketing.tickets.ticket;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import com.ticketing.testsupport.MovableClock;
import jakarta.servlet.ServletOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.DelegatingServletOutputStream;
import org.springframework.mock.web.MockHttpServletResponse;

class DownloadedFileTest {

    /** 25 writes of 8 KB. */
    private static final byte[] FILE = ("%PDF-1.7" + "x".repeat(200_000)).getBytes(US_ASCII);

    private final MovableClock clock = new MovableClock();
    private final ByteArrayOutputStream sent = new ByteArrayOutputStream();

    @BeforeEach
    void stopClock() {
        clock.stop();
    }

    @Test
    void sendsAFileThatTheClientReceivesInTime() throws IOException {
        DownloadedFile.write(FILE, response(Duration.ofMillis(900)), clock);

        assertThat(sent.toByteArray()).isEqualTo(FILE);
    }

    @Test
    void endsADownloadThatIsTooSlow() throws IOException {
        DownloadedFile.write(FILE, response(Duration.ofSeconds(2)), clock);

        assertThat(sent.size()).isEqualTo(16 * 8 * 1024);
    }

    @Test
    void letsTheClientDetectAnIncompleteFile() throws IOException {
        MockHttpServletResponse response = response(Duration.ofSeconds(2));

        DownloadedFile.write(FILE, response, clock);

        assertThat(response.getContentLength()).isEqualTo(FILE.length);
        assertThat(response.getHeader("Connection")).isEqualTo("close");
    }

    private MockHttpServletResponse response(Duration timePerWrite) {
        return new MockHttpServletResponse() {
            @Override
            public ServletOutputStream getOutputStream() {
                return new DelegatingServletOutputStream(sent) {
                    @Override
                    public void write(byte[] source, int offset, int length) throws IOException {
                        clock.advance(timePerWrite);
                        super.write(source, offset, length);
                    }
                };
            }
        };
    }
}
