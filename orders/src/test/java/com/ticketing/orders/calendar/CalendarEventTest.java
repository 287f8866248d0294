package com.ticketing.orders.calendar;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class CalendarEventTest {

    private static final Instant REVISED = Instant.parse("2026-11-24T12:00:00.999Z");
    private static final Instant START = Instant.parse("2027-06-12T17:30:00Z");

    @Test
    void isAFileWithOneEvent() {
        CalendarEvent event =
                new CalendarEvent("c1@orders.ticketing", REVISED, START, "Concert", "Stephaniensaal, Graz", "Row 3");

        assertThat(event.file()).isEqualTo("""
                        BEGIN:VCALENDAR
                        VERSION:2.0
                        PRODID:-//Ticketing//Orders//EN
                        BEGIN:VEVENT
                        UID:c1@orders.ticketing
                        DTSTAMP:20261124T120000Z
                        DTSTART:20270612T173000Z
                        SUMMARY:Concert
                        LOCATION:Stephaniensaal\\, Graz
                        DESCRIPTION:Row 3
                        END:VEVENT
                        END:VCALENDAR
                        """.replace("\n", "\r\n"));
    }

    @Test
    void leavesOutWhatIsUnknown() {
        assertThat(titled("Concert").file()).doesNotContain("LOCATION", "DESCRIPTION");
    }

    static Stream<Arguments> texts() {
        return Stream.of(
                Arguments.of("Rock, Pop; Jazz", "Rock\\, Pop\\; Jazz"),
                Arguments.of("back\\slash", "back\\\\slash"),
                Arguments.of("a\\nb", "a\\\\nb"),
                Arguments.of("two\nlines", "two\\nlines"),
                Arguments.of("two\r\nlines", "two\\nlines"),
                Arguments.of("two\rlines", "two\\nlines"),
                Arguments.of("two\u2028lines", "two\\nlines"),
                Arguments.of("END:VEVENT\r\nEND:VCALENDAR", "END:VEVENT\\nEND:VCALENDAR"),
                Arguments.of("nul\0 bell\u0007 escape\u001b", "nul bell escape"),
                Arguments.of("tab\there", "tab\there"),
                Arguments.of("\"quoted\": colon", "\"quoted\": colon"),
                Arguments.of("Zürich 東京 مرحبا 🎟", "Zürich 東京 مرحبا 🎟"));
    }

    @ParameterizedTest
    @MethodSource("texts")
    void escapesText(String title, String escaped) {
        assertThat(titled(title).file()).contains("\r\nSUMMARY:" + escaped + "\r\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "ü", "東", "🎟", "e\u0301", "\\", ",", " "})
    void foldsLinesWithoutDividingACharacter(String repeated) {
        for (int length = 1; length <= 200; length++) {
            String title = repeated.repeat(length);
            String file = titled(title).file();

            assertThat(List.of(file.split("\r\n")))
                    .allSatisfy(line -> assertThat(line.getBytes(UTF_8)).hasSizeLessThanOrEqualTo(75));
            assertThat(file.replace("\r\n ", "")).contains("\r\nSUMMARY:" + Lines.text(title) + "\r\n");
            assertThat(new String(file.getBytes(UTF_8), UTF_8)).isEqualTo(file);
        }
    }

    @Test
    void foldsOnlyWhatIsLongerThan75Octets() {
        assertThat(Lines.fold("x".repeat(75))).isEqualTo("x".repeat(75) + "\r\n");
        assertThat(Lines.fold("x".repeat(76))).isEqualTo("x".repeat(75) + "\r\n x\r\n");
        assertThat(Lines.fold("x".repeat(150))).isEqualTo("x".repeat(75) + "\r\n " + "x".repeat(74) + "\r\n x\r\n");
    }

    private static CalendarEvent titled(String title) {
        return new CalendarEvent("c1@orders.ticketing", REVISED, START, title, "", "");
    }
}
