package com.ticketing.orders.order;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The answer to a scanner.
 *
 * @param usedAt when the pass was used, by this request or an earlier one
 * @param scannerId who has used it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record CheckPassResponse(
        State state, @Nullable Instant usedAt, @Nullable String scannerId) {

    enum State {
        /** Admit the person. The pass is used now. */
        @JsonProperty("valid")
        VALID,
        @JsonProperty("used")
        USED,
        /** The buyer has the money back, by a refund or a lost dispute. */
        @JsonProperty("refunded")
        REFUNDED,
        /** This service has not signed the pass, or its order is not paid. */
        @JsonProperty("unknown")
        UNKNOWN
    }

    static CheckPassResponse of(State state) {
        return new CheckPassResponse(state, null, null);
    }

    static CheckPassResponse of(State state, Order.Use use) {
        return new CheckPassResponse(state, use.at(), use.scannerId());
    }
}
