package com.ticketing.auth.mail;

import static org.assertj.core.api.Assertions.assertThat;

import com.ticketing.auth.account.Language;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MailTemplateTest {

    private static final Map<MailKind, Set<String>> NAMES = Map.of(
            MailKind.PASSWORD_RESET, Set.of("link", "minutes"),
            MailKind.EMAIL_CHANGE, Set.of("link", "minutes"),
            MailKind.RECEIPT, Set.of("title", "start", "place", "seat", "price", "order", "link"),
            MailKind.SOLD, Set.of("title", "start", "place", "seat", "price", "order", "link"));

    @ParameterizedTest
    @EnumSource
    void statesEveryValueInEveryLanguage(MailKind kind) {
        Map<String, String> values = new TreeMap<>();
        Objects.requireNonNull(NAMES.get(kind)).forEach(name -> values.put(name, "<" + name + ">"));

        for (Language language : Language.values()) {
            MailTemplate template = MailTemplate.of(kind, language);
            assertThat(template.subject(values)).isNotBlank().doesNotContain("{");
            assertThat(template.text(values)).contains(values.values()).doesNotContain("{");
        }
    }

    @Test
    void leavesOutLinesWithUnknownValues() {
        String text = MailTemplate.of(MailKind.RECEIPT, Language.ENGLISH)
                .text(Map.of("title", "Concert", "price", "$1", "order", "c1", "link", "https://example.com"));

        assertThat(text).isEqualTo("""
                Thank you for your purchase.

                Ticket: Concert
                Paid: $1
                Order: c1

                Your receipt, your pass and your ticket:
                https://example.com
                """);
    }

    @Test
    void keepsAValueInItsLine() {
        Map<String, String> hostile = Map.of("title", "Concert\r\nBcc: a@example.com\n\n{price} $1 \\");

        assertThat(MailTemplate.of(MailKind.SOLD, Language.ENGLISH).subject(hostile))
                .isEqualTo("Sold: Concert Bcc: a@example.com {price} $1 \\");
    }
}
