package com.ticketing.common.errors;

import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.apache.coyote.http11.Http11InputBuffer;
import org.apache.tomcat.util.res.StringManager;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;

/** Replaces Tomcat's HTML error page, the response to requests that do not reach the application. */
public class JsonErrorValve extends ErrorReportValve {

    private static final Logger log = LoggerFactory.getLogger(JsonErrorValve.class);

    /** The message of the exception that Tomcat throws; it has no type of its own. */
    private static final String HEAD_TOO_LARGE =
            StringManager.getManager(Http11InputBuffer.class).getString("iib.requestheadertoolarge.error");

    @Override
    protected void report(Request request, Response response, @Nullable Throwable throwable) {
        if (isHeadTooLarge(throwable)) {
            response.setStatus(HttpStatus.REQUEST_HEADER_FIELDS_TOO_LARGE.value());
        }
        // Tomcat's status for methods, transfer codings and HTTP versions that it does not support
        if (response.getStatus() == HttpStatus.NOT_IMPLEMENTED.value()
                || response.getStatus() == HttpStatus.HTTP_VERSION_NOT_SUPPORTED.value()) {
            response.setStatus(HttpStatus.BAD_REQUEST.value());
        }
        int status = response.getStatus();
        if (status < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
            return;
        }
        try {
            response.setContentType(MediaType.APPLICATION_JSON_VALUE);
            response.setHeader("X-Content-Type-Options", "nosniff");
            response.getOutputStream().write(ErrorWriter.json(ErrorResponse.of(HttpStatusCode.valueOf(status))));
            response.finishResponse();
        } catch (IOException e) {
            log.debug("Error response not written", e);
        }
    }

    /** Tomcat responds with 400 to a request line and headers over the limit. */
    private static boolean isHeadTooLarge(@Nullable Throwable throwable) {
        return throwable instanceof IllegalArgumentException && HEAD_TOO_LARGE.equals(throwable.getMessage());
    }
}
