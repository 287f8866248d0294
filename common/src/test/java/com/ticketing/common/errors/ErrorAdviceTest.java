package com.ticketing.common.errors;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.stream.Stream;
import org.apache.catalina.connector.ClientAbortException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.mock.http.MockHttpInputMessage;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.web.context.request.ServletWebRequest;

@ExtendWith(OutputCaptureExtension.class)
class ErrorAdviceTest {

    private final ErrorAdvice advice = new ErrorAdvice(new ErrorCodes(Stream::empty));

    @Test
    void logsAFailure(CapturedOutput output) {
        var unused = advice.onUnexpectedException(new IllegalStateException("a defect"));

        assertThat(output).contains("Request failed");
    }

    @Test
    void rejectsABodyThatCannotBeReadToItsEnd() {
        var response = advice.handleHttpMessageNotReadable(
                new HttpMessageNotReadableException(
                        "unreadable", new IOException("too slow"), new MockHttpInputMessage(new byte[0])),
                new HttpHeaders(),
                HttpStatus.BAD_REQUEST,
                new ServletWebRequest(new MockHttpServletRequest()));

        assertThat(response.getBody()).isEqualTo(ErrorResponse.of(CommonError.BAD_REQUEST));
    }

    @Test
    void logsNoFailureIfTheClientHasDisconnected(CapturedOutput output) {
        var unused = advice.onUnexpectedException(new ClientAbortException(new IOException("Broken pipe")));

        assertThat(output).doesNotContain("Request failed");
    }
}
