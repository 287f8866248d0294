package com.ticketing.testsupport;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;

/** Headers by which somebody tries to be taken for a person. */
public record HostileIdentity(String name, Map<String, String> headers) {

    /** Fails if the route, which is for people who are signed in, serves it or breaks on it. */
    public void assertRefusedBy(Api api, String method, String privatePath) {
        ApiResponse response = sendBy(api, method, privatePath);
        assertThat(response.status()).as("%s: %s", name, response.text()).isBetween(400, 499);
        assertThat(response.errors()).isNotEmpty();
    }

    public ApiResponse sendBy(Api api, String method, String path) {
        Api sender = api;
        for (Map.Entry<String, String> header : headers.entrySet()) {
            sender = sender.with(header.getKey(), header.getValue());
        }
        return sender.send(method, path, null);
    }

    /** Shown as the name of a parameterized test. */
    @Override
    public String toString() {
        return name;
    }
}
