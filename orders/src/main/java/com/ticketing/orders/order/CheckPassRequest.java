package com.ticketing.orders.order;

import com.ticketing.common.text.MaxLength;
import com.ticketing.common.text.Visible;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;

/**
 * A scanner's request.
 *
 * @param nonce random; a repetition of the request has the same one
 */
record CheckPassRequest(
        @Visible(message = "{pass-missing}") @MaxLength(value = 2000, message = "{pass-too-long}")
        String pass,

        @NotNull(message = "{nonce-malformed}")
        @Pattern(regexp = "[A-Za-z0-9_-]{16,100}", message = "{nonce-malformed}")
        String nonce) {

    /** Omits the pass, which admits to the event. */
    @Override
    public String toString() {
        return "CheckPassRequest";
    }
}
