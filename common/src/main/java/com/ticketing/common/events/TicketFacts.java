package com.ticketing.common.events;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.annotation.JsonDeserialize;

/**
 * What a ticket states about the event that it admits to. Each fact is optional. In JSON the facts are fields of the
 * ticket.
 *
 * <p>Reading is lenient, because other producers may have other rules: a fact that breaks a rule is absent, and it
 * never makes an event or a stored document unreadable.
 *
 * @param startsAt when the event starts
 * @param timeZone the IANA id of the venue's time zone
 * @param category music, theatre, sport, comedy, festival, conference, family, other, or one of a newer version
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record TicketFacts(
        @JsonDeserialize(using = LenientInstant.class) @Nullable
        Instant startsAt,

        @JsonDeserialize(using = LenientText.class) @Nullable
        String timeZone,

        @JsonDeserialize(using = LenientText.class) @Nullable
        String venue,

        @JsonDeserialize(using = LenientText.class) @Nullable
        String city,

        @JsonDeserialize(using = LenientText.class) @Nullable
        String category,

        @JsonDeserialize(using = LenientText.class) @Nullable
        String seat) {

    public static final int LONGEST_VENUE = 100;
    public static final int LONGEST_CITY = 60;
    public static final int LONGEST_SEAT = 60;

    /** The facts of a ticket that states none. */
    public static final TicketFacts NONE = new TicketFacts(null, null, null, null, null, null);

    private static final Pattern TIME_ZONE = Pattern.compile("[A-Za-z0-9_+/-]{1,64}");
    private static final Pattern CATEGORY = Pattern.compile("[a-z][a-z-]{0,29}");

    public TicketFacts {
        startsAt = startsAt == null ? null : startsAt.truncatedTo(ChronoUnit.MILLIS);
        timeZone = matching(timeZone, TIME_ZONE);
        venue = line(venue, LONGEST_VENUE);
        city = line(city, LONGEST_CITY);
        category = matching(category, CATEGORY);
        seat = line(seat, LONGEST_SEAT);
    }

    private static @Nullable String matching(@Nullable String value, Pattern allowed) {
        return value != null && allowed.matcher(value).matches() ? value : null;
    }

    private static @Nullable String line(@Nullable String value, int longest) {
        return value != null && !value.isBlank() && value.codePointCount(0, value.length()) <= longest ? value : null;
    }

    /** Returns whether the event has started at the given time; an event without a known start has not. */
    public boolean startedBy(Instant now) {
        return startsAt != null && !startsAt.isAfter(now);
    }
}
