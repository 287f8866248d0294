package com.ticketing.tickets.ticket;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.ticketing.common.errors.ApiException;
import com.ticketing.common.errors.CommonError;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;

class UploadedFileTest {

    private static final String FILE = "%PDF-1.7" + "x".repeat(100_000);
    private static final String START = "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a\"\r\n\r\n";

    @Test
    void returnsTheFile() {
        assertThat(UploadedFile.read(upload(START + FILE + "\r\n--b--\r\n"))).isEqualTo(FILE.getBytes(US_ASCII));
    }

    @Test
    void rejectsAFileWithoutAnEnd() {
        assertThatExceptionOfType(ApiException.class)
                .isThrownBy(() -> UploadedFile.read(upload(START + FILE)))
                .satisfies(rejected -> assertThat(rejected.code()).isEqualTo(CommonError.BAD_REQUEST));
    }

    private static MockHttpServletRequest upload(String body) {
        MockHttpServletRequest request = new MockHttpServletRequest();
        request.setContentType("multipart/form-data; boundary=b");
        request.setContent(body.getBytes(US_ASCII));
        return request;
    }
}
