package com.ticketing.tickets.ticket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

import com.ticketing.common.errors.ApiException;
import com.ticketing.tickets.TicketError;
import com.ticketing.tickets.ticket.DeliveryRequest.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DeliveryRequestTest {

    @ParameterizedTest
    @ValueSource(strings = {"https://tickets.example.com/a?b=c", "HTTPS://example.com", " https://example.com:8443/x "})
    void acceptsAnHttpsLink(String link) {
        assertThatNoException().isThrownBy(() -> new DeliveryRequest(Kind.LINK, link).content());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://example.com",
                "javascript:alert(1)",
                "data:text/html,x",
                "https:example.com",
                "https://",
                "https:///path",
                "https://user@example.com",
                "//example.com",
                "example.com",
                "https://exa mple.com"
            })
    void rejectsAnyOtherLink(String link) {
        assertThatExceptionOfType(ApiException.class)
                .isThrownBy(() -> new DeliveryRequest(Kind.LINK, link).content())
                .matches(e -> e.code() == TicketError.DELIVERY_LINK_INVALID);
    }

    @Test
    void acceptsAnyCode() {
        assertThatNoException().isThrownBy(() -> new DeliveryRequest(Kind.CODE, "http://example.com").content());
    }

    @Test
    void neverPrintsTheValue() {
        DeliveryRequest request = new DeliveryRequest(Kind.CODE, "AB12-CD34");

        assertThat(request.toString() + request.content()).doesNotContain("AB12");
    }
}
