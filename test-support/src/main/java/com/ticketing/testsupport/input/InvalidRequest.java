package com.ticketing.testsupport.input;

import static org.assertj.core.api.Assertions.assertThat;

import com.ticketing.testsupport.Api;
import com.ticketing.testsupport.ApiResponse;
import org.jspecify.annotations.Nullable;

/**
 * A request that a service must reject.
 *
 * @param status the expected status
 * @param field the field that the response must name; null if it need not name one
 */
public record InvalidRequest(
        String name,
        String method,
        String path,
        String mediaType,
        String body,
        boolean chunked,
        int status,
        @Nullable String field) {

    public ApiResponse sendBy(Api api) {
        return chunked ? api.sendChunked(method, path, mediaType, body) : api.sendText(method, path, mediaType, body);
    }

    /** Sends the request, and fails unless the response has the expected status, the contract's shape and the field. */
    public void assertRejectedBy(Api api) {
        ApiResponse response = sendBy(api);
        assertThat(response.status()).as("%s: %s", name, response.text()).isEqualTo(status);
        assertThat(response.errors())
                .as("%s: %s", name, response.text())
                .anyMatch(failure -> field == null || field.equals(failure.field()));
    }

    /** Returns the name, which a parameterized test displays. */
    @Override
    public String toString() {
        return name;
    }
}
