package com.ticketing.tickets.ticket;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * What a seller says of a ticket.
 *
 * @param version the version that an edit is based on; absent to overwrite whatever is there
 */
record TicketRequest(
        @NotBlank(message = "Title is required")
        @Size(max = 200, message = "Title must have at most 200 characters")
        @Pattern(regexp = "[^\\p{Cc}\\p{Cs}]*", message = "Title must not contain control characters or half a letter")
        String title,

        @NotNull(message = "Price must be greater than 0")
        @DecimalMin(value = "0", inclusive = false, message = "Price must be greater than 0")
        @DecimalMax(value = "1000000", message = "Price must be at most 1000000")
        @Digits(integer = 7, fraction = 2, message = "Price must have at most two decimals")
        BigDecimal price,

        @Nullable Long version) {

    TicketRequest {
        title = title == null ? title : title.strip();
    }

    boolean expects(long current) {
        return version == null || version == current;
    }
}
