package com.ticketing.tickets.ticket;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Splits a text into its search tokens: the distinct runs of letters and digits, case-folded and without accents. */
final class SearchTokens {

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern SEPARATORS = Pattern.compile("[^\\p{L}\\p{N}]+");

    private SearchTokens() {}

    static List<String> of(String text) {
        String folded = MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD))
                .replaceAll("")
                .toUpperCase(Locale.ROOT)
                .toLowerCase(Locale.ROOT);
        return SEPARATORS
                .splitAsStream(folded)
                .filter(token -> !token.isEmpty())
                .distinct()
                .toList();
    }
}
