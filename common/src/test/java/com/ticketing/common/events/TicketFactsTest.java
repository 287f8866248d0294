package com.ticketing.common.events;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A fact of another producer never makes an event unreadable. */
class TicketFactsTest {

    private static final String TICKET =
            "{\"id\":\"a1\",\"version\":0,\"title\":\"Concert\",\"price\":20,\"userId\":\"b1\"%s}";

    @Test
    void theEventOfATicketWithoutFactsIsThatOfTheCourse() {
        TicketCreated event = EventJson.read(TicketCreated.class, TICKET.formatted(""));

        assertThat(event.facts()).isEqualTo(TicketFacts.NONE);
        assertThat(EventJson.write(event, null)).isEqualTo(TICKET.formatted(""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"startsAt", "timeZone", "venue", "city", "category", "seat"})
    void ignoresAFactOfAnotherType(String field) {
        for (String value :
                new String[] {"null", "7", "1.5", "true", "[]", "[[7],{\"a\":1}]", "{\"id\":{\"x\":[]}}", "\"\""}) {
            String json = TICKET.formatted(",\"%s\":%s,\"orderId\":\"c1\"".formatted(field, value));

            TicketUpdated event = EventJson.read(TicketUpdated.class, json);

            assertThat(event.facts()).as(json).isEqualTo(TicketFacts.NONE);
            assertThat(event.orderId()).isEqualTo("c1");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "startsAt | 2027-06-12T17:30:00Z          | true",
                "startsAt | 2027-06-12T17:30:00+02:00     | true",
                "startsAt | 2027-06-12                    | false",
                "startsAt | soon                          | false",
                "startsAt | +1000000000-12-31T23:59:59Z   | false",
                "startsAt | -0001-01-01T00:00:00Z         | false",
                "timeZone | Europe/Vienna                 | true",
                "timeZone | Etc/GMT+5                     | true",
                "timeZone | ../../etc/passwd              | false",
                "timeZone | Europe Vienna                 | false",
                "category | music                         | true",
                "category | stand-up                      | true",
                "category | Stand-up comedy               | false",
                "venue    | Stephaniensaal                | true",
                "venue    | ' '                           | false",
                "city     | 60                            | true",
                "city     | 61                            | false",
                "seat     | 61                            | false"
            })
    void readsWhatFollowsTheRulesAndNothingElse(String field, String value, boolean read) {
        String text = value.matches("\\d+") ? "x".repeat(Integer.parseInt(value)) : value;

        TicketCreated event =
                EventJson.read(TicketCreated.class, TICKET.formatted(",\"%s\":\"%s\"".formatted(field, text)));

        assertThat(event.facts().equals(TicketFacts.NONE)).isEqualTo(!read);
    }

    @Test
    void hasStartedAtItsStart() {
        Instant start = Instant.parse("2027-06-12T17:30:00Z");
        TicketFacts facts = new TicketFacts(start, "Europe/Vienna", null, null, null, null);

        assertThat(facts.startedBy(start.minusMillis(1))).isFalse();
        assertThat(facts.startedBy(start)).isTrue();
        assertThat(TicketFacts.NONE.startedBy(Instant.MAX)).isFalse();
    }
}
