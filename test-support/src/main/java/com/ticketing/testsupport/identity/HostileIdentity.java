package com.ticketing.testsupport.identity;

import static org.assertj.core.api.Assertions.assertThat;

import com.ticketing.testsupport.Api;
import com.ticketing.testsupport.ApiResponse;
import java.util.Map;

/** Request headers that claim an identity without a valid session token. */
public record HostileIdentity(String name, Map<String, String> headers) {

    /** Returns an identity whose session cookie has the value. */
    static HostileIdentity session(String name, String value) {
        return new HostileIdentity(name, Map.of("Cookie", "session=" + value));
    }

    /** Fails if the route, which requires a session, does not respond with a client error. */
    public void assertRejectedBy(Api api, String method, String privatePath) {
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

    /** Returns the name, which a parameterized test displays. */
    @Override
    public String toString() {
        return name;
    }
}
