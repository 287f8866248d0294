package com.ticketing.host.demo;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** The tickets of the demo data. Their events are in the weeks after the given time. */
final class DemoTickets {

    private static final List<Show> SHOWS = List.of(
            new Show("The Long Delay", "music", "Stadthalle", "Wien", "Europe/Vienna", "20:00"),
            new Show("Nordic Chamber Choir", "music", "Kölner Philharmonie", "Köln", "Europe/Berlin", "19:30"),
            new Show("Saturday Jazz Cellar", "music", "Unterfahrt", "München", "Europe/Berlin", "21:00"),
            new Show("Harbour Film Night", "festival", "Filmhaus am Hafen", "Hamburg", "Europe/Berlin", "20:30"),
            new Show("City Derby", "sport", "Riverside Stadium", "London", "Europe/London", "15:00"),
            new Show("Improv at the Depot", "comedy", "The Depot", "Berlin", "Europe/Berlin", "20:00"),
            new Show("Planetarium Late Show", "family", "Zeiss-Planetarium", "Jena", "Europe/Berlin", "18:00"),
            new Show("Winter Circus", "family", "Winter Gardens", "Graz", "Europe/Vienna", "16:00"),
            new Show("Poetry Slam Final", "theatre", "Schauspielhaus", "Zürich", "Europe/Zurich", "19:00"),
            new Show("Open Air Opera", "theatre", "Arena", "Verona", "Europe/Rome", "21:15"));
    private static final List<String> SEATS =
            List.of("Front row, seat 9", "Balcony, seat 12", "Standing", "Row 7, seats 3 and 4");
    private static final int DAYS_BETWEEN = 6;

    private DemoTickets() {}

    /** Returns the requests that create the tickets. */
    static List<Map<String, Object>> after(Instant now) {
        return IntStream.range(0, SHOWS.size() * SEATS.size())
                .mapToObj(i -> SHOWS.get(i % SHOWS.size())
                        .ticket(
                                SEATS.get(i % SEATS.size()),
                                BigDecimal.valueOf(1250 + 475L * (i % 17), 2),
                                LocalDate.ofInstant(now, ZoneId.of("UTC"))
                                        .plusDays(7L + (long) DAYS_BETWEEN * (i % SHOWS.size()))))
                .toList();
    }

    private record Show(String title, String category, String venue, String city, String timeZone, String startsAt) {

        Map<String, Object> ticket(String seat, BigDecimal price, LocalDate day) {
            Instant start = day.atTime(LocalTime.parse(startsAt))
                    .atZone(ZoneId.of(timeZone))
                    .toInstant();
            return Map.of(
                    "title", title,
                    "price", price,
                    "startsAt", start.toString(),
                    "timeZone", timeZone,
                    "venue", venue,
                    "city", city,
                    "category", category,
                    "seat", seat,
                    "description", "Doors open 45 minutes before the start. I can't go, so I'm passing my ticket on.");
        }
    }
}
