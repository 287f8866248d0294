package com.ticketing.host.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RequestTargetTest {

    @ParameterizedTest
    @CsvSource({
        "/, /, /",
        "/api/tickets?q=a%20b, /api/tickets?q=a%20b, /api/tickets",
        "/api/tickets/, /api/tickets/, /api/tickets/",
        "/a/../api/orders, /a/../api/orders, /api/orders",
        "/../../api/orders, /../../api/orders, /api/orders",
        "/%2e%2e/api/orders, /%2e%2e/api/orders, /api/orders",
        "//api//orders, //api//orders, /api/orders",
        "/api/%74ickets, /api/%74ickets, /api/tickets",
        "http://localhost:8080/api/tickets?limit=1, /api/tickets?limit=1, /api/tickets",
    })
    void keepsTheTargetAndNormalizesThePath(String target, String uri, String path) {
        assertThat(RequestTarget.parse(target)).contains(new RequestTarget(uri, path));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/a|b", "/%", "/%zz", "/%00", "/a b", "/a#b", "/ä", "*", "localhost:80", "", "http://"})
    void rejectsWhatIsNotAPath(String target) {
        assertThat(RequestTarget.parse(target)).isEmpty();
    }
}
