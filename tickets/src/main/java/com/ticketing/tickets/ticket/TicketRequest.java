package com.ticketing.tickets.ticket;

import com.ticketing.common.errors.ApiException;
import com.ticketing.common.events.TicketFacts;
import com.ticketing.common.text.MaxLength;
import com.ticketing.common.text.Text;
import com.ticketing.common.text.Visible;
import com.ticketing.common.text.WithoutControls;
import com.ticketing.tickets.TicketError;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.annotation.JsonDeserialize;

/**
 * A request to create or edit a ticket. Of the optional texts, an absent one leaves the ticket unchanged, and null or a
 * text that shows nothing removes it.
 *
 * @param version the version that the edit is based on; without it, the edit overwrites any version
 * @param quantity how many identical tickets to create; without it, one. Ignored by an edit.
 * @param timeZone required together with {@code startsAt}, unless the ticket has one
 */
record TicketRequest(
        @Visible(message = "{title-missing}")
        @MaxLength(value = 200, message = "{title-too-long}")
        @WithoutControls(message = "{title-malformed}")
        String title,

        @NotNull(message = "{price-too-low}") @Chargeable BigDecimal price,

        @Nullable Long version,

        @JsonDeserialize(using = RemovableText.class) @Nullable
        String startsAt,

        @JsonDeserialize(using = RemovableText.class) @Nullable
        String timeZone,

        @JsonDeserialize(using = RemovableText.class)
        @MaxLength(value = TicketFacts.LONGEST_VENUE, message = "{text-too-long}")
        @WithoutControls(message = "{text-malformed}")
        @Nullable
        String venue,

        @JsonDeserialize(using = RemovableText.class)
        @MaxLength(value = TicketFacts.LONGEST_CITY, message = "{text-too-long}")
        @WithoutControls(message = "{text-malformed}")
        @Nullable
        String city,

        @JsonDeserialize(using = RemovableText.class)
        @Pattern(regexp = CATEGORIES + "|", message = "{category-unknown}")
        @Nullable
        String category,

        @JsonDeserialize(using = RemovableText.class)
        @MaxLength(value = TicketFacts.LONGEST_SEAT, message = "{text-too-long}")
        @WithoutControls(message = "{text-malformed}")
        @Nullable
        String seat,

        @JsonDeserialize(using = RemovableText.class)
        @MaxLength(value = 2_000, message = "{text-too-long}")
        @WithoutControls(multiline = true, message = "{text-malformed}")
        @Nullable
        String description,

        @Min(value = 2, message = "{quantity-out-of-range}")
        @Max(value = MAX_QUANTITY, message = "{quantity-out-of-range}")
        @Nullable
        Integer quantity) {

    /** The greatest number of identical tickets that one request creates. */
    static final int MAX_QUANTITY = 10;

    /** A regular expression of all categories. */
    static final String CATEGORIES = "music|theatre|sport|comedy|festival|conference|family|other";

    private static final Duration LONGEST_AHEAD = Duration.ofDays(3653);

    TicketRequest {
        title = title == null ? title : Text.trim(title);
        startsAt = trimmed(startsAt);
        timeZone = trimmed(timeZone);
        venue = trimmed(venue);
        city = trimmed(city);
        category = trimmed(category);
        seat = trimmed(seat);
        description = description == null ? null : trimmed(description.replace("\r\n", "\n"));
    }

    private static @Nullable String trimmed(@Nullable String text) {
        return text == null ? null : Text.trimOptional(text);
    }

    int numberOfTickets() {
        return quantity == null ? 1 : quantity;
    }

    boolean expects(long current) {
        return version == null || version == current;
    }

    /**
     * Returns the facts of the ticket after the request.
     *
     * @throws ApiException if the start is malformed, past or far away, or has no known time zone
     */
    TicketFacts applyTo(TicketFacts current, Instant now) {
        Instant start = start(current.startsAt(), now);
        String zone = merged(timeZone, current.timeZone());
        if (start != null && (zone == null || !ZoneId.getAvailableZoneIds().contains(zone))) {
            throw new ApiException(TicketError.TIME_ZONE_INVALID).withField("timeZone");
        }
        return new TicketFacts(
                start,
                start == null ? null : zone,
                merged(venue, current.venue()),
                merged(city, current.city()),
                merged(category, current.category()),
                merged(seat, current.seat()));
    }

    /** Returns the description of the ticket after the request. */
    @Nullable
    String applyTo(@Nullable String currentDescription) {
        return merged(description, currentDescription);
    }

    private static @Nullable String merged(@Nullable String requested, @Nullable String current) {
        if (requested == null) {
            return current;
        }
        return requested.isEmpty() ? null : requested;
    }

    private @Nullable Instant start(@Nullable Instant current, Instant now) {
        if (startsAt == null) {
            return current;
        }
        if (startsAt.isEmpty()) {
            return null;
        }
        return parsed(startsAt)
                .filter(start ->
                        start.equals(current) || (start.isAfter(now) && start.isBefore(now.plus(LONGEST_AHEAD))))
                .orElseThrow(() -> new ApiException(TicketError.STARTS_AT_INVALID).withField("startsAt"));
    }

    private static Optional<Instant> parsed(String instant) {
        try {
            return Optional.of(Instant.parse(instant).truncatedTo(ChronoUnit.MILLIS));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
