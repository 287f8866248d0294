package com.ticketing.common.errors;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import tools.jackson.databind.json.JsonMapper;

/** Writes error responses outside controllers: in filters and in Tomcat. */
public final class ErrorWriter {

    private static final JsonMapper MAPPER = JsonMapper.shared();

    /** Writes the error response, unless the response is already committed. */
    public void write(HttpServletResponse response, ErrorCode code) throws IOException {
        write(response, code.status(), ErrorResponse.of(code));
    }

    /** Writes the error response with the header {@code Retry-After}, in seconds, rounded up. */
    public void write(HttpServletResponse response, ErrorCode code, Duration retryAfter) throws IOException {
        response.setHeader(HttpHeaders.RETRY_AFTER, seconds(retryAfter));
        write(response, code);
    }

    private static void write(HttpServletResponse response, HttpStatusCode status, ErrorResponse body)
            throws IOException {
        if (response.isCommitted()) {
            return;
        }
        response.setStatus(status.value());
        response.setContentType(MediaType.APPLICATION_JSON_VALUE);
        byte[] json = json(body);
        response.setContentLength(json.length);
        response.getOutputStream().write(json);
    }

    /** Returns the value of the header {@code Retry-After}: whole seconds, at least one. */
    static String seconds(Duration retryAfter) {
        return String.valueOf(Math.max(1, retryAfter.plusMillis(999).toSeconds()));
    }

    static byte[] json(ErrorResponse body) {
        return MAPPER.writeValueAsString(body).getBytes(StandardCharsets.UTF_8);
    }
}
