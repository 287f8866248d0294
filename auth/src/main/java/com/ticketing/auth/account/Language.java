package com.ticketing.auth.account;

import java.util.List;
import java.util.Locale;
import java.util.Locale.LanguageRange;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A language of the web page, in which the user gets emails. */
public enum Language {
    ENGLISH(Locale.UK),
    GERMAN(Locale.GERMANY);

    /** Longer headers are ignored, because clients do not send them. */
    private static final int LONGEST_HEADER = 500;

    private static final List<String> TAGS =
            Stream.of(values()).map(Language::tag).toList();

    private final Locale locale;

    Language(Locale locale) {
        this.locale = locale;
    }

    /** Returns the locale for dates and prices. */
    public Locale locale() {
        return locale;
    }

    /** Returns the ISO 639 code. */
    public String tag() {
        return locale.getLanguage();
    }

    /** Returns the language with the code, or English. */
    static Language of(@Nullable String tag) {
        return Stream.of(values())
                .filter(language -> language.tag().equals(tag))
                .findFirst()
                .orElse(ENGLISH);
    }

    /** Returns the language that a header {@code Accept-Language} prefers; empty if it names none of these. */
    public static Optional<Language> preferred(@Nullable String header) {
        if (header == null || header.length() > LONGEST_HEADER) {
            return Optional.empty();
        }
        try {
            return Optional.ofNullable(Locale.lookupTag(LanguageRange.parse(header), TAGS))
                    .map(Language::of);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
