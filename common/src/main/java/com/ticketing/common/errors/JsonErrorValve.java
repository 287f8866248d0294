package com.ticketing.common.errors;

import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;

/** Replaces Tomcat's HTML error page, the response to requests that do not reach the application. */
public class JsonErrorValve extends ErrorReportValve {

    private static final Logger log = LoggerFactory.getLogger(JsonErrorValve.class);

    @Override
    protected void report(Request request, Response response, @Nullable Throwable throwable) {
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
}
