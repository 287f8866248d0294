package com.ticketing.host.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class DemoTicketsTest {

    private static final Instant NOW = Instant.parse("2026-11-26T16:00:00Z");

    @Test
    void everyEventIsInTheComingWeeks() {
        assertThat(DemoTickets.after(NOW))
                .hasSize(40)
                .allSatisfy(ticket -> assertThat(Instant.parse((String) ticket.get("startsAt")))
                        .isBetween(NOW.plus(Duration.ofDays(5)), NOW.plus(Duration.ofDays(70))));
    }

    @Test
    void startsAreTimesOfTheVenue() {
        assertThat(DemoTickets.after(NOW).getFirst())
                .containsEntry("timeZone", "Europe/Vienna")
                .containsEntry("startsAt", "2026-12-03T19:00:00Z");
    }
}
