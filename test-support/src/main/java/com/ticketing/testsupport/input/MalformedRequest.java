package com.ticketing.testsupport.input;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import com.ticketing.testsupport.ApiResponse;
import com.ticketing.testsupport.RawHttp;
import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A request that is malformed, or unusual.
 *
 * @param head the request line and headers; each char is one byte
 * @param rejected whether every service must reject it; an unusual request must only cause no failure
 */
@SuppressWarnings("ArrayRecordComponent") // requests are sent, never compared
public record MalformedRequest(List<String> head, byte[] body, boolean rejected) {

    /**
     * Sends the request, and fails if the response is a failure of the service or an error that does not have the
     * contract's format.
     */
    public ApiResponse assertHandledBy(RawHttp service) throws IOException {
        ApiResponse response = responseOf(service);
        assertThat(response.status()).as("%s: %s", this, response.text()).isBetween(rejected ? 400 : 200, 499);
        if (response.status() >= 400) {
            assertThat(response.errors()).as("%s: %s", this, response.text()).isNotEmpty();
        }
        return response;
    }

    private ApiResponse responseOf(RawHttp service) throws IOException {
        try {
            return service.send(head, body);
        } catch (IOException e) {
            throw new IOException(this + ": " + e.getMessage(), e);
        }
    }

    /** Returns the head and the beginning of the body in visible characters. */
    @Override
    public String toString() {
        String text = String.join(" | ", head) + " | " + new String(body, 0, Math.min(80, body.length), ISO_8859_1);
        return text.chars()
                .mapToObj(c -> c >= ' ' && c <= '~' ? Character.toString(c) : "\\x%02x".formatted(c))
                .collect(Collectors.joining());
    }
}
