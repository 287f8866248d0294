package com.ticketing.tickets.ticket;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.ticketing.common.errors.ApiException;
import com.ticketing.common.errors.CommonError;
import com.ticketing.testsupport.MovableClock;
import jakarta.servlet.ServletInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.DelegatingServletInputStream;
import org.springframework.mock.web.MockHttpServletRequest;

class UploadedFileTest {

    /** About 25 reads of 4 KB. */
    private static final String FILE = "%PDF-1.7" + "x".repeat(100_000);

    private static final String START = "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a\"\r\n\r\n";
    private static final byte[] BODY = (START + FILE + "\r\n--b--\r\n").getBytes(US_ASCII);

    private final MovableClock clock = new MovableClock();

    @BeforeEach
    void stopClock() {
        clock.stop();
    }

    @Test
    void returnsAFileThatArrivesInTime() {
        assertThat(UploadedFile.read(upload(Duration.ofMillis(900)), clock)).isEqualTo(FILE.getBytes(US_ASCII));
    }

    @Test
    void rejectsAFileThatArrivesTooSlowly() {
        assertThatExceptionOfType(ApiException.class)
                .isThrownBy(() -> UploadedFile.read(upload(Duration.ofSeconds(2)), clock))
                .satisfies(rejected -> assertThat(rejected.code()).isEqualTo(CommonError.BAD_REQUEST));
    }

    private MockHttpServletRequest upload(Duration timePerRead) {
        MockHttpServletRequest request = new MockHttpServletRequest() {
            @Override
            public ServletInputStream getInputStream() {
                return new DelegatingServletInputStream(new ByteArrayInputStream(BODY)) {
                    @Override
                    public int read(byte[] target, int offset, int length) throws IOException {
                        clock.advance(timePerRead);
                        return super.read(target, offset, length);
                    }
                };
            }
        };
        request.setContentType("multipart/form-data; boundary=b");
        return request;
    }
}
