package com.ticketing.common.errors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collections;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.security.web.firewall.RequestRejectedException;

class RequestFirewallTest {

    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(
            strings = {
                "q=concert&limit=5",
                "q=a+b%20c",
                "q=%C3%A9%E2%82%AC%F0%9F%8E%AB",
                "&&=&=x&q",
                "q=%00",
                "q=[]{}|",
                "q=%EF%BF%BD"
            })
    void acceptsPercentEncodedUtf8(String query) {
        assertThat(RequestFirewall.isWellFormed(query)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "utm=%E9",
                "%FF=1",
                "q=%C3",
                "q=%C3%28",
                "q=%C0%80",
                "q=%E0%80%AF",
                "q=%ED%A0%80",
                "q=%F5%80%80%80",
                "q=%",
                "q=%4",
                "q=%zz",
                "q=%4g",
                "q=%u00e9",
                "q=%-1",
                "q=\u00e9",
                "q=%\uff14\uff11"
            })
    void rejectsAnythingElse(String query) {
        MockHttpServletRequest request = new MockHttpServletRequest("GET", "/api/tickets");
        request.setQueryString(query);

        assertThat(RequestFirewall.isWellFormed(query)).isFalse();
        assertThatThrownBy(() -> new RequestFirewall().getFirewalledRequest(request))
                .isInstanceOf(RequestRejectedException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"*/*", "application/*", "*", "application/*; charset=utf-8"})
    void rejectsAWildcardAsTheTypeOfTheBody(String type) {
        MockHttpServletRequest request = new MockHttpServletRequest("POST", "/api/tickets");
        request.addHeader("Content-Type", type);

        assertThatThrownBy(() -> new RequestFirewall().getFirewalledRequest(request))
                .isInstanceOf(RequestRejectedException.class);
    }

    @Test
    void acceptsAnyUserAgentAndCookieAndNoOtherHeaderWithControlCharacters() {
        MockHttpServletRequest request = new MockHttpServletRequest("GET", "/api/tickets");
        request.addHeader("User-Agent", "B\u00c3\u009cRO");
        request.addHeader("Cookie", "other=B\u00c3\u009cRO");
        request.addHeader("X-Test", "B\u00c3\u009cRO");

        HttpServletRequest accepted = new RequestFirewall().getFirewalledRequest(request);

        assertThat(accepted.getHeader("user-agent")).isEqualTo("B\u00c3\u009cRO");
        assertThat(Collections.list(accepted.getHeaders("User-Agent"))).containsExactly("B\u00c3\u009cRO");
        assertThat(accepted.getHeader("Cookie")).isEqualTo("other=B\u00c3\u009cRO");
        assertThatThrownBy(() -> accepted.getHeader("X-Test")).isInstanceOf(RequestRejectedException.class);
    }

    @Test
    void stillRejectsWhatSpringSecurityRejects() {
        MockHttpServletRequest request = new MockHttpServletRequest("GET", "/api//tickets");

        assertThatThrownBy(() -> new RequestFirewall().getFirewalledRequest(request))
                .isInstanceOf(RequestRejectedException.class);
    }
}
