package com.ticketing.auth.throttle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.ticketing.common.settings.InvalidSettingException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.web.MockHttpServletRequest;

class ClientAddressResolverTest {

    private final ClientAddressResolver addresses =
            new ClientAddressResolver(new ProxyProperties(List.of("127.0.0.0/8", "10.0.0.0/8", "::1")));

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
        MockHttpServletRequest request = new MockHttpServletRequest();
        request.setRemoteAddr(peer);
        request.addHeader("X-Forwarded-For", forwardedFor);

        assertThat(addresses.resolve(request)).isEqualTo(expected);
    }

    @Test
    void readsARepeatedHeaderAsOneList() {
        MockHttpServletRequest request = new MockHttpServletRequest();
        request.setRemoteAddr("10.1.2.3");
        request.addHeader("X-Forwarded-For", "192.0.2.66");
        request.addHeader("X-Forwarded-For", "198.51.100.1");

        assertThat(addresses.resolve(request)).isEqualTo("198.51.100.1");
    }

    @Test
    void rejectsASettingThatIsNotANetwork() {
        assertThatThrownBy(() -> new ProxyProperties(List.of("ingress.example")))
                .isInstanceOf(InvalidSettingException.class);
    }
}
