package com.ticketing.common.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.ticketing.common.errors.ErrorWriter;
import com.ticketing.common.proxies.TestProxies;
import com.ticketing.common.settings.InvalidSettingException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class OriginFilterTest {

    private final OriginFilter filter = filter("https://Tickets.example:8443", "https://other.example:443");

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
        assertThat(status(filter, request)).isEqualTo(status);
    }

    /** A proxy that forwards the host without the port of the page's address. */
    @ParameterizedTest
    @CsvSource(nullValues = "-", textBlock = """
        # host,           origin,                       fetch site,  status
        tickets.example,  https://tickets.example:8443, same-origin, 200
        tickets.example,  https://TICKETS.example:8443, -,           200
        inner,            https://other.example,        cross-site,  200
        tickets.example,  https://tickets.example:9443, same-origin, 403
        tickets.example,  http://tickets.example:8443,  -,           403
        inner,            https://other.example:8443,   -,           403
        """)
    void acceptsAllowedOrigins(String host, String origin, @Nullable String fetchSite, int status) throws Exception {
        MockHttpServletRequest request = withCookie(host, origin);
        header(request, "Sec-Fetch-Site", fetchSite);
        assertThat(status(filter, request)).isEqualTo(status);
    }

    @ParameterizedTest
    @CsvSource(nullValues = "-", textBlock = """
        # peer,      forwarded host,       forwarded port, origin,                  status
        127.0.0.1,   page.example:8443,    -,              https://page.example:8443, 200
        127.0.0.1,   page.example,         8443,           https://page.example:8443, 200
        127.0.0.1,   page.example:80,      8443,           https://page.example:8443, 200
        127.0.0.1,   -,                    8443,           https://inner:8443,        200
        127.0.0.1,   -,                    443,            https://inner,             200
        127.0.0.1,   [2001:db8::1],        8443,           https://[2001:db8::1]:8443, 200
        127.0.0.1,   page.example,         8443,           https://evil.example:8443, 403
        203.0.113.7, page.example:8443,    -,              https://page.example:8443, 403
        203.0.113.7, -,                    8443,           https://inner:8443,        403
        """)
    void usesForwardedHostAndPortOfTrustedProxies(
            String peer, @Nullable String forwardedHost, @Nullable String forwardedPort, String origin, int status)
            throws Exception {
        MockHttpServletRequest request = withCookie("inner", origin);
        request.setRemoteAddr(peer);
        header(request, "X-Forwarded-Host", forwardedHost);
        header(request, "X-Forwarded-Port", forwardedPort);
        assertThat(status(filter, request)).isEqualTo(status);
    }

    /** A browser sends one. */
    @Test
    void rejectsSeveralOrigins() throws Exception {
        MockHttpServletRequest request = withCookie("tickets.example", "https://tickets.example");
        assertThat(status(filter, request)).isEqualTo(200);
        request.addHeader("Origin", "https://evil.example");

        assertThat(status(filter, request)).isEqualTo(403);
    }

    @Test
    void logsBothValuesInOneLine() throws Exception {
        Logger logger = (Logger) LoggerFactory.getLogger(OriginFilter.class);
        ListAppender<ILoggingEvent> log = new ListAppender<>();
        log.start();
        logger.addAppender(log);
        try {
            status(filter, withCookie("tickets.example", "https://evil.example\u0085" + "x".repeat(1000)));
        } finally {
            logger.detachAppender(log);
        }
        assertThat(log.list).hasSize(1);
        assertThat(log.list.getFirst().getFormattedMessage())
                .contains("origin=https://evil.example?xxx", "host=tickets.example")
                .hasSizeLessThan(500);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"tickets.example", "https://tickets.example/", "https://tickets.example/page", "ftp://x", "*", ""
            })
    void rejectsASettingThatIsNotAnOrigin(String setting) {
        assertThatThrownBy(() -> filter(setting)).isInstanceOf(InvalidSettingException.class);
    }

    private static OriginFilter filter(String... allowed) {
        return new OriginFilter(
                new OriginProperties(List.of(allowed)), TestProxies.trusting("127.0.0.1"), new ErrorWriter());
    }

    private static MockHttpServletRequest withCookie(String host, String origin) {
        MockHttpServletRequest request = new MockHttpServletRequest("POST", "/");
        request.addHeader("Cookie", "a=1");
        request.addHeader("Host", host);
        request.addHeader("Origin", origin);
        return request;
    }

    private static int status(OriginFilter filter, MockHttpServletRequest request) throws Exception {
        MockHttpServletResponse response = new MockHttpServletResponse();
        MockFilterChain chain = new MockFilterChain();
        filter.doFilter(request, response, chain);
        assertThat(chain.getRequest() != null).isEqualTo(response.getStatus() == 200);
        return response.getStatus();
    }

    private static void header(MockHttpServletRequest request, String name, @Nullable String value) {
        if (value != null) {
            request.addHeader(name, value);
        }
    }
}
