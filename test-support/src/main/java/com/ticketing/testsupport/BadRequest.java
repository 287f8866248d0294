package com.ticketing.testsupport;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;

/**
 * A request that a service must refuse, and how.
 *
 * @param field what the answer must name; null if it need not name any
 */
public record BadRequest(
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

    /** Sends it, and fails unless it is refused with the contract's status and shape. */
    public void assertRefusedBy(Api api) {
        ApiResponse response = sendBy(api);
        assertThat(response.status()).as("%s: %s", name, response.text()).isEqualTo(status);
        assertThat(response.errors())
                .as("%s: %s", name, response.text())
                .anyMatch(failure -> field == null || field.equals(failure.field()));
    }

    /** Shown as the name of a parameterized test. */
    @Override
    public String toString() {
        return name;
    }
}
