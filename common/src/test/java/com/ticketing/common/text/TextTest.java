package com.ticketing.common.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TextTest {

    @Test
    void trimsAllWhiteSpaceOfUnicodeAndZeroWidthSpaces() {
        Pattern spaces = Pattern.compile("[\\p{IsWhite_Space}\\u200B\\u2060\\uFEFF]");
        List<String> expected = characters().filter(spaces.asMatchPredicate()).toList();
        assertThat(characters().filter(text -> Text.trim(text).isEmpty())).containsExactlyElementsOf(expected);
    }

    @Test
    void keepsALongRunOfSpacesInsideAText() {
        String text = "a" + " ".repeat(64_000) + "b";
        assertThat(Text.trim(" " + text + " ")).isEqualTo(text);
    }

    private static Stream<String> characters() {
        return IntStream.rangeClosed(0, Character.MAX_CODE_POINT).mapToObj(Character::toString);
    }
}
