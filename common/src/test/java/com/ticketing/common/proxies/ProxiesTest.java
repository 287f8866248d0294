package com.ticketing.common.proxies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.ticketing.common.settings.InvalidSettingException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.web.MockHttpServletRequest;

class ProxiesTest {

    private static final List<String> TRUSTED = List.of("127.0.0.0/8", "10.0.0.0/8", "::1", "fe80::/10");

    private final Proxies proxies = new Proxies(new ProxyProperties(TRUSTED, 0));

    @ParameterizedTest
    @CsvSource({
        "203.0.113.7, '', 203.0.113.7",
        "203.0.113.7, 198.51.100.1, 203.0.113.7",
        "10.1.2.3, 198.51.100.1, 198.51.100.1",
        "10.1.2.3, '192.0.2.66, 198.51.100.1', 198.51.100.1",
        "10.1.2.3, '192.0.2.66, 198.51.100.1, 10.9.9.9', 198.51.100.1",
        "10.1.2.3, 10.4.5.6, 10.4.5.6",
        "10.1.2.3, '', 10.1.2.3",
        "10.1.2.3, localhost, 10.1.2.3",
        "10.1.2.3, 'unknown, 198.51.100.1', 198.51.100.1",
        "10.1.2.3, 999.1.1.1, 10.1.2.3",
        "10.1.2.3, '198.51.100.1,', 10.1.2.3",
        "0:0:0:0:0:0:0:1, 2001:db8:1:2:3:4:5:6, 20010db800010002::/64",
        "2001:db8:1:2:aaaa:0:0:1, 198.51.100.1, 20010db800010002::/64",
    })
    void usesForwardedForOnlyFromTrustedProxies(String peer, String forwardedFor, String expected) {
        assertThat(proxies.clientAddress(request(peer, forwardedFor))).isEqualTo(expected);
    }

    /** Azure's gateway appends ports, IIS brackets, and link-local addresses have zones. */
    @ParameterizedTest
    @CsvSource({
        "10.1.2.3, 198.51.100.1:51234, 198.51.100.1",
        "10.1.2.3, '192.0.2.66:1, 198.51.100.1:2, 10.9.9.9:3', 198.51.100.1",
        "10.1.2.3, [2001:db8:1:2::5]:51234, 20010db800010002::/64",
        "10.1.2.3, [2001:db8:1:2::5], 20010db800010002::/64",
        "10.1.2.3, ::ffff:198.51.100.1, 198.51.100.1",
        "10.1.2.3, [::ffff:198.51.100.1]:51234, 198.51.100.1",
        "10.1.2.3, '2001:db8:1:2::5, fe80::1%eth0', 20010db800010002::/64",
        "10.1.2.3, '2001:db8:1:2::5, [fe80::1%25eth0]:443', 20010db800010002::/64",
        "fe80:0:0:0:0:0:0:1%eth0, 198.51.100.1, 198.51.100.1",
        "10.1.2.3, 198.51.100.1:99999999, 10.1.2.3",
        "10.1.2.3, 198.51.100.1:, 10.1.2.3",
        "10.1.2.3, [198.51.100.1]:80, 10.1.2.3",
        "10.1.2.3, 2001:db8::1::2, 10.1.2.3",
        "10.1.2.3, 256.1.1.1, 10.1.2.3",
    })
    void readsAddressesWithPortsBracketsAndZones(String peer, String forwardedFor, String expected) {
        assertThat(proxies.clientAddress(request(peer, forwardedFor))).isEqualTo(expected);
    }

    @Test
    void aTextThatIsLongerThanAnyAddressIsNotParsed() {
        String longZero = "0".repeat(100) + "::1";

        assertThat(proxies.clientAddress(request("10.1.2.3", longZero))).isEqualTo("10.1.2.3");
    }

    /** With a known number of proxies, their addresses do not matter, and what a client has sent is not reached. */
    @ParameterizedTest
    @CsvSource({
        "1, 203.0.113.7, '192.0.2.66, 198.51.100.1', 198.51.100.1",
        "2, 203.0.113.7, '192.0.2.66, 198.51.100.1, 203.0.113.9', 198.51.100.1",
        "1, 10.1.2.3, '192.0.2.66, 10.4.5.6', 10.4.5.6",
        "3, 203.0.113.7, 198.51.100.1, 198.51.100.1",
        "2, 203.0.113.7, 'spoofed, 198.51.100.1', 198.51.100.1",
        "1, 203.0.113.7, '', 203.0.113.7",
    })
    void skipsTheConfiguredNumberOfProxies(int hops, String peer, String forwardedFor, String expected) {
        assertThat(new Proxies(new ProxyProperties(TRUSTED, hops)).clientAddress(request(peer, forwardedFor)))
                .isEqualTo(expected);
    }

    @Test
    void readsARepeatedHeaderAsOneList() {
        MockHttpServletRequest request = request("10.1.2.3", "192.0.2.66");
        request.addHeader("X-Forwarded-For", "198.51.100.1");

        assertThat(proxies.clientAddress(request)).isEqualTo("198.51.100.1");
    }

    @Test
    void readsOtherForwardedHeadersFromTrustedProxiesOnly() {
        MockHttpServletRequest trusted = request("10.1.2.3", "");
        trusted.addHeader("X-Forwarded-Host", "tickets.example, inner.example");
        MockHttpServletRequest unknown = request("203.0.113.7", "");
        unknown.addHeader("X-Forwarded-Host", "tickets.example");

        assertThat(proxies.forwarded(trusted, "Host")).contains("tickets.example");
        assertThat(proxies.forwarded(trusted, "Port")).isEmpty();
        assertThat(proxies.forwarded(unknown, "Host")).isEmpty();
    }

    @Test
    void rejectsInvalidSettings() {
        List<String> name = List.of("ingress.example");
        assertThatThrownBy(() -> new ProxyProperties(name, 0)).isInstanceOf(InvalidSettingException.class);
        assertThatThrownBy(() -> new ProxyProperties(TRUSTED, -1)).isInstanceOf(InvalidSettingException.class);
    }

    private static MockHttpServletRequest request(String peer, String forwardedFor) {
        MockHttpServletRequest request = new MockHttpServletRequest();
        request.setRemoteAddr(peer);
        request.addHeader("X-Forwarded-For", forwardedFor);
        return request;
    }
}
