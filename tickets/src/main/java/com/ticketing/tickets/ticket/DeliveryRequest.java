package com.ticketing.tickets.ticket;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.ticketing.common.errors.ApiException;
import com.ticketing.common.text.MaxLength;
import com.ticketing.common.text.Text;
import com.ticketing.common.text.Visible;
import com.ticketing.common.text.WithoutControls;
import com.ticketing.tickets.TicketError;
import com.ticketing.tickets.delivery.DeliveryContent;
import com.ticketing.tickets.delivery.DeliveryKind;
import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.net.URISyntaxException;

/** A request to give an entry code or a link. */
record DeliveryRequest(
        @NotNull(message = "{delivery-kind-missing}") Kind kind,

        @Visible(message = "{delivery-value-missing}")
        @MaxLength(value = 500, message = "{delivery-value-too-long}")
        @WithoutControls(message = "{delivery-value-malformed}")
        String value) {

    enum Kind {
        @JsonProperty("code")
        CODE,
        @JsonProperty("link")
        LINK
    }

    DeliveryRequest {
        value = value == null ? value : Text.trim(value);
    }

    DeliveryContent content() {
        if (kind == Kind.CODE) {
            return DeliveryContent.text(DeliveryKind.CODE, value);
        }
        if (!isHttps(value)) {
            throw new ApiException(TicketError.DELIVERY_LINK_INVALID).withField("value");
        }
        return DeliveryContent.text(DeliveryKind.LINK, value);
    }

    /** Checks the link without opening it: the service must not send requests to addresses that users choose. */
    private static boolean isHttps(String value) {
        try {
            URI link = new URI(value);
            return "https".equalsIgnoreCase(link.getScheme()) && link.getHost() != null && link.getUserInfo() == null;
        } catch (URISyntaxException e) {
            return false;
        }
    }

    /** Omits the value. */
    @Override
    public String toString() {
        return "DeliveryRequest[kind=" + kind + "]";
    }
}
