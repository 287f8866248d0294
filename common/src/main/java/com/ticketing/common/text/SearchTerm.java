package com.ticketing.common.text;

import java.util.Collection;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A word of a search. It finds texts with a search token that starts with the whole word, or with one for each of its
 * parts: {@code ac/dc} finds {@code ACDC} and {@code AC DC}.
 *
 * @param word the word without punctuation
 * @param parts the parts that punctuation separates; the word itself if it has none
 */
public record SearchTerm(String word, List<String> parts) {

    private static final Pattern LETTERS = Pattern.compile("[\\p{L}\\p{N}\\p{M}]+");

    /** The signs that distinguish C++ and C# from other words. */
    private static final Pattern SIGNS = Pattern.compile("(?<=[\\p{L}\\p{N}\\p{M}])[+#]+$");

    /** A noncharacter of Unicode, which no token contains. */
    private static final String NOT_IN_TEXT = "\uFFFF";

    /**
     * Returns the distinct terms of a search. Punctuation and symbols are terms only if there is nothing else, except
     * for plus and number signs at the end of a word.
     *
     * @return no terms if the text is blank; a term that finds nothing if it has other characters and none is visible
     */
    public static List<SearchTerm> of(String search) {
        if (Text.trim(search).isEmpty()) {
            return List.of();
        }
        if (!Text.isVisible(search)) {
            return List.of(whole(NOT_IN_TEXT));
        }
        List<String> words = SearchTokens.words(search);
        List<SearchTerm> terms =
                distinct(words.stream().flatMap(SearchTerm::ofLettersAndSigns).toList());
        if (terms.isEmpty()) {
            terms = distinct(words.stream()
                    .map(SearchTokens::symbols)
                    .map(SearchTerm::whole)
                    .toList());
        }
        // all characters are left out by folding, so that the search finds nothing
        return terms.isEmpty() ? List.of(whole(NOT_IN_TEXT)) : terms;
    }

    private static List<SearchTerm> distinct(List<SearchTerm> terms) {
        return terms.stream().filter(term -> !term.word.isEmpty()).distinct().toList();
    }

    private static Stream<SearchTerm> ofLettersAndSigns(String word) {
        Stream<SearchTerm> signs =
                SIGNS.matcher(word).results().map(MatchResult::group).map(SearchTerm::whole);
        return Stream.concat(Stream.of(ofLetters(word)), signs);
    }

    private static SearchTerm ofLetters(String word) {
        List<String> parts = LETTERS.matcher(word)
                .results()
                .map(MatchResult::group)
                .map(SearchTokens::shortened)
                .toList();
        return new SearchTerm(SearchTokens.shortened(String.join("", parts)), parts);
    }

    private static SearchTerm whole(String word) {
        String shortened = SearchTokens.shortened(word);
        return new SearchTerm(shortened, List.of(shortened));
    }

    /** Returns whether the word consists of several parts. */
    public boolean isDivided() {
        return parts.size() > 1;
    }

    boolean matches(Collection<String> tokens) {
        return hasPrefix(tokens, word) || (isDivided() && parts.stream().allMatch(part -> hasPrefix(tokens, part)));
    }

    private static boolean hasPrefix(Collection<String> tokens, String prefix) {
        return tokens.stream().anyMatch(token -> token.startsWith(prefix));
    }
}
