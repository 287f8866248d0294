package com.ticketing.orders.calendar;

import static java.util.stream.Collectors.joining;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.stream.Stream;

/**
 * An event with a known start and no known end, for a calendar file (RFC 5545).
 *
 * @param uid identifies the event, so that a calendar replaces it when its file is opened again
 * @param revisedAt when the content was determined
 * @param location may be empty
 * @param description may be empty
 */
public record CalendarEvent(
        String uid, Instant revisedAt, Instant start, String summary, String location, String description) {

    private static final DateTimeFormatter UTC =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    /** Returns the content of the file. */
    public String file() {
        return Stream.of(
                        "BEGIN:VCALENDAR",
                        "VERSION:2.0",
                        "PRODID:-//Ticketing//Orders//EN",
                        "BEGIN:VEVENT",
                        "UID:" + Lines.text(uid),
                        "DTSTAMP:" + UTC.format(revisedAt),
                        "DTSTART:" + UTC.format(start),
                        "SUMMARY:" + Lines.text(summary),
                        optional("LOCATION:", location),
                        optional("DESCRIPTION:", description),
                        "END:VEVENT",
                        "END:VCALENDAR")
                .filter(line -> !line.isEmpty())
                .map(Lines::fold)
                .collect(joining());
    }

    private static String optional(String property, String value) {
        return value.isEmpty() ? "" : property + Lines.text(value);
    }
}
