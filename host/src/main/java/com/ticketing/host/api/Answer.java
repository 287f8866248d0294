package com.ticketing.host.api;

import java.net.http.HttpHeaders;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the suite said. */
public record Answer(int status, HttpHeaders headers, String text) {

    public JsonNode json() {
        return JsonMapper.shared().readTree(text);
    }

    public String id() {
        return json().path("id").asString();
    }

    public Answer expect(int expected) {
        if (status != expected) {
            throw new IllegalStateException("Expected " + expected + ", got " + status + ": " + text);
        }
        return this;
    }
}
