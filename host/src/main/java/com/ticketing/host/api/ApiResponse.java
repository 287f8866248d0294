package com.ticketing.host.api;

import java.net.http.HttpHeaders;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A response of the suite's HTTP API. */
public record ApiResponse(int status, HttpHeaders headers, String text) {

    public JsonNode json() {
        return JsonMapper.shared().readTree(text);
    }

    /** Returns the {@code id} of the created resource. */
    public String id() {
        return json().path("id").asString();
    }

    /** Returns whether the response is an error with the code. */
    public boolean hasError(String code) {
        return status >= 400
                && json().path("errors")
                        .valueStream()
                        .anyMatch(error -> error.path("code").asString("").equals(code));
    }

    /**
     * Returns this response if it has the status.
     *
     * @throws IllegalStateException otherwise
     */
    public ApiResponse expect(int expected) {
        if (status != expected) {
            throw new IllegalStateException("Expected " + expected + ", got " + status + ": " + text);
        }
        return this;
    }
}
