package com.ticketing.tickets.ticket;

import com.ticketing.common.text.MaxLength;
import com.ticketing.common.text.Text;
import com.ticketing.common.text.Visible;
import com.ticketing.common.text.WithoutControls;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotNull;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A request to create or edit a ticket.
 *
 * @param version the version that the edit is based on; without it, the edit overwrites any version
 */
record TicketRequest(
        @Visible(message = "{title-missing}")
        @MaxLength(value = 200, message = "{title-too-long}")
        @WithoutControls(message = "{title-malformed}")
        String title,

        @NotNull(message = "{price-too-low}")
        @DecimalMin(value = "0", inclusive = false, message = "{price-too-low}")
        @DecimalMax(value = "1000000", message = "{price-too-high}")
        @Digits(integer = 7, fraction = 2, message = "{price-too-many-decimals}")
        BigDecimal price,

        @Nullable Long version) {

    TicketRequest {
        title = title == null ? title : Text.trim(title);
    }

    boolean expects(long current) {
        return version == null || version == current;
    }
}
