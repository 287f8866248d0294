package com.ticketing.common.security;

import static org.assertj.core.api.Assertions.assertThat;

import com.ticketing.common.errors.ErrorWriter;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class OriginFilterTest {

    private final OriginFilter filter = new OriginFilter(new ErrorWriter());

    @ParameterizedTest
    @CsvSource(nullValues = "-", textBlock = """
                    # method, cookie, host,               origin,                     fetch site,  status
                    POST,     -,      tickets.example,    https://evil.example,       cross-site,  200
                    GET,      a=1,    tickets.example,    https://evil.example,       cross-site,  200
                    HEAD,     a=1,    tickets.example,    https://evil.example,       cross-site,  200
                    POST,     a=1,    tickets.example,    -,                          -,           200
                    POST,     a=1,    tickets.example,    -,                          same-origin, 200
                    POST,     a=1,    tickets.example,    -,                          none,        200
                    POST,     a=1,    tickets.example,    https://tickets.example,    same-origin, 200
                    POST,     a=1,    tickets.example,    https://TICKETS.example,    -,           200
                    POST,     a=1,    tickets.example,    https://tickets.example:443, -,          200
                    POST,     a=1,    tickets.example:443, https://tickets.example,   -,           200
                    POST,     a=1,    localhost:8080,     http://localhost:8080,      -,           200
                    DELETE,   a=1,    localhost,          http://localhost:80,        -,           200
                    POST,     a=1,    tickets.example,    -,                          cross-site,  403
                    PUT,      a=1,    tickets.example,    https://tickets.example,    cross-site,  403
                    POST,     a=1,    tickets.example,    https://evil.example,       -,           403
                    DELETE,   a=1,    tickets.example,    https://evil.example,       same-site,   403
                    PATCH,    a=1,    tickets.example,    https://tickets.example.evil.example, -, 403
                    POST,     a=1,    tickets.example,    https://tickets.example@evil.example, -, 403
                    POST,     a=1,    localhost:8080,     http://localhost:8081,      -,           403
                    POST,     a=1,    tickets.example,    https://tickets.example:80, -,           403
                    POST,     a=1,    tickets.example,    null,                       -,           403
                    POST,     a=1,    tickets.example,    not an origin,              -,           403
                    POST,     a=1,    -,                  https://tickets.example,    -,           403
                    """)
    void rejectsCookiesFromOtherSites(
            String method,
            @Nullable String cookie,
            @Nullable String host,
            @Nullable String origin,
            @Nullable String fetchSite,
            int status)
            throws Exception {
        MockHttpServletRequest request = new MockHttpServletRequest(method, "/");
        header(request, "Cookie", cookie);
        header(request, "Host", host);
        header(request, "Origin", origin);
        header(request, "Sec-Fetch-Site", fetchSite);
        MockHttpServletResponse response = new MockHttpServletResponse();
        MockFilterChain chain = new MockFilterChain();
        filter.doFilter(request, response, chain);
        assertThat(response.getStatus()).isEqualTo(status);
        assertThat(chain.getRequest() != null).isEqualTo(status == 200);
    }

    private static void header(MockHttpServletRequest request, String name, @Nullable String value) {
        if (value != null) {
            request.addHeader(name, value);
        }
    }
}
