package com.ticketing.host.gateway;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/** Writes the gateway's own errors in the contract's format. */
final class ErrorResponses extends ErrorHandler {

    private final SecurityHeaders headers;

    ErrorResponses(SecurityHeaders headers) {
        this.headers = headers;
    }

    @Override
    protected void generateResponse(
            Request request,
            Response response,
            int status,
            @Nullable String message,
            @Nullable Throwable cause,
            Callback callback) {
        boolean failed = status == HttpStatus.INTERNAL_SERVER_ERROR_500;
        String reason = failed ? "Something went wrong" : HttpStatus.getMessage(status);
        String code =
                failed ? "internal-error" : reason.toLowerCase(Locale.ROOT).replaceAll("[^a-z]+", "-");
        String json = "{\"errors\":[{\"message\":\"" + reason + "\",\"code\":\"" + code + "\"}]}";
        byte[] body = json.getBytes(StandardCharsets.UTF_8);
        headers.addTo(response);
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, "application/json");
        response.write(true, ByteBuffer.wrap(body), callback);
    }
}
