package com.ticketing.auth.mail;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;

import com.ticketing.auth.account.Language;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The text of a kind of email in one language. The first line of its file is the subject, and the text follows an empty
 * line. A line that names an unknown value is left out.
 */
final class MailTemplate {

    private static final Pattern NAME = Pattern.compile("\\{(\\w+)}");
    private static final Pattern CONTROLS = Pattern.compile("\\p{Cntrl}+");

    private final String subject;
    private final List<String> text;

    private MailTemplate(List<String> lines) {
        this.subject = lines.getFirst();
        this.text = lines.subList(2, lines.size());
    }

    static MailTemplate of(MailKind kind, Language language) {
        String name = kind.label() + "." + language.tag() + ".txt";
        try (InputStream file = Objects.requireNonNull(MailTemplate.class.getResourceAsStream(name), name)) {
            return new MailTemplate(
                    new String(file.readAllBytes(), UTF_8).lines().toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String subject(Map<String, String> values) {
        return fill(subject, values);
    }

    String text(Map<String, String> values) {
        return text.stream()
                .filter(line -> NAME.matcher(line).results().allMatch(name -> values.containsKey(name.group(1))))
                .map(line -> fill(line, values))
                .collect(joining("\n", "", "\n"));
    }

    private static String fill(String line, Map<String, String> values) {
        return NAME.matcher(line).replaceAll(name -> Matcher.quoteReplacement(value(name, values)));
    }

    /** A value of a user must not add a line to the text or a header to the email. */
    private static String value(MatchResult name, Map<String, String> values) {
        String value = Objects.requireNonNull(values.get(name.group(1)), name.group(1));
        return CONTROLS.matcher(value).replaceAll(" ");
    }
}
