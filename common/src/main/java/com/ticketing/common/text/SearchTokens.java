package com.ticketing.common.text;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Splits a text into its search tokens. A {@link SearchTerm} finds the text if it is a prefix of one of them, so that
 * an index of the tokens serves the search.
 *
 * <p>A word has one token per part of it: the rest of the word from there on, without punctuation. Parts are separated
 * by punctuation ({@code rock'n'roll}: rocknroll, nroll, roll). In a script without spaces each character is a part, so
 * that a word is found inside a sentence. Adjacent symbols have tokens likewise.
 */
public final class SearchTokens {

    /** The maximum length of a token, in code points. A longer term is compared up to it. */
    static final int MAX_LENGTH = 24;

    /** More than titles have in practice; it bounds the index entries of one text. */
    private static final int MAX_TOKENS = 256;

    private static final Pattern SPACE = Pattern.compile("\\p{IsWhite_Space}+");

    private static final String WITHOUT_SPACES =
            "[\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Bopomofo}"
                    + "\\p{Script=Yi}\\p{Script=Thai}\\p{Script=Lao}\\p{Script=Khmer}\\p{Script=Myanmar}\\p{Script=Tibetan}"
                    + "\\p{Script=Tai_Le}\\p{Script=New_Tai_Lue}\\p{Script=Tai_Tham}\\p{Script=Tai_Viet}\\p{Script=Javanese}"
                    + "\\p{Script=Balinese}]";

    /** One character of a script without spaces, with its marks and the sign for a long vowel; or adjacent others. */
    private static final Pattern PARTS = Pattern.compile("(?=[\\p{L}\\p{N}])" + WITHOUT_SPACES + "[\\p{M}\\u30FC]*"
            + "|(?:(?!" + WITHOUT_SPACES + ")[\\p{L}\\p{N}\\p{M}])+");

    private static final Pattern SYMBOLS = Pattern.compile("[\\p{P}\\p{S}\\p{Co}]+");

    private SearchTokens() {}

    /** Returns the distinct tokens in the order of the text. */
    public static List<String> of(String text) {
        SequencedSet<String> tokens = new LinkedHashSet<>();
        for (String word : words(text)) {
            tokens.addAll(rests(parts(word)));
            SYMBOLS.matcher(word)
                    .results()
                    .map(MatchResult::group)
                    .map(SearchTokens::characters)
                    .forEach(symbols -> tokens.addAll(rests(symbols)));
        }
        return tokens.stream().limit(MAX_TOKENS).toList();
    }

    /** Returns whether a text has a token for each of the terms; no terms find every text. */
    public static boolean match(String text, Collection<SearchTerm> terms) {
        List<String> tokens = of(text);
        return terms.stream().allMatch(term -> term.matches(tokens));
    }

    /** Returns the folded words. */
    static List<String> words(String text) {
        return SPACE.splitAsStream(text)
                .filter(word -> !word.isEmpty())
                .map(Folding::fold)
                .toList();
    }

    static List<String> parts(String word) {
        return PARTS.matcher(word).results().map(MatchResult::group).toList();
    }

    static String symbols(String word) {
        return String.join(
                "", SYMBOLS.matcher(word).results().map(MatchResult::group).toList());
    }

    static String shortened(String token) {
        return Text.length(token) <= MAX_LENGTH ? token : token.substring(0, token.offsetByCodePoints(0, MAX_LENGTH));
    }

    private static List<String> characters(String symbols) {
        return symbols.codePoints().mapToObj(Character::toString).toList();
    }

    private static List<String> rests(List<String> parts) {
        List<String> rests = new ArrayList<>();
        String rest = "";
        for (String part : parts.reversed()) {
            rest = shortened(part + rest);
            rests.add(rest);
        }
        return rests.reversed();
    }
}
