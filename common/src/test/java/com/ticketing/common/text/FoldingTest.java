package com.ticketing.common.text;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.lang.UScript;
import com.ibm.icu.text.Transliterator;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FoldingTest {

    private static final Transliterator LATIN_ASCII = Transliterator.getInstance("NFKD; [:M:] Remove; Latin-ASCII");

    /** The modifier letters among them are apostrophes, which folding removes and CLDR keeps. */
    @Test
    void foldsTheLatinLettersAsCldrDoes() {
        List<String> letters = IntStream.rangeClosed(0x80, Character.MAX_CODE_POINT)
                .filter(letter -> Character.isLetter(letter)
                        && Character.getType(letter) != Character.MODIFIER_LETTER
                        && UScript.getScript(letter) == UScript.LATIN)
                .mapToObj(Character::toString)
                .filter(letter -> isAscii(LATIN_ASCII.transliterate(lower(letter))))
                .toList();

        assertThat(letters)
                .hasSizeGreaterThan(800)
                .allSatisfy(letter -> assertThat(Folding.fold(letter))
                        .isEqualTo(LATIN_ASCII
                                .transliterate(lower(letter))
                                .toLowerCase(Locale.ROOT)
                                .replace("'", "")));
    }

    /** The transform has capital letters of one form only for some letters. */
    private static String lower(String letter) {
        return Normalizer.normalize(letter, Normalizer.Form.NFKD)
                .toUpperCase(Locale.ROOT)
                .toLowerCase(Locale.ROOT);
    }

    private static boolean isAscii(String text) {
        return text.chars().allMatch(character -> character < 0x80);
    }
}
