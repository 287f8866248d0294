package com.ticketing.common.text;

import java.util.regex.Pattern;

/**
 * The properties of text that people type. The web page's {@code text.ts} is the same definition in TypeScript; both run the
 * vectors of {@code text-vectors.json}.
 */
public final class Text {

    /** Letters and symbols that show nothing: fillers of Hangul and of hieroglyphs, an empty braille cell, a null note. */
    static final String BLANKS = "\\u115F\\u1160\\u2800\\u3164\\uFFA0\\x{13441}\\x{13442}\\x{1D159}";

    private static final String SPACE = "\\p{IsWhite_Space}\\u200B\\u2060\\uFEFF";

    private static final Pattern VISIBLE = Pattern.compile("(?![" + BLANKS + "])[\\p{L}\\p{N}\\p{P}\\p{S}\\p{Co}]");
    private static final Pattern ENDS = Pattern.compile("^[" + SPACE + "]+|[" + SPACE + "]+$");

    /** Controls, line separators, incomplete surrogate pairs and the controls of text direction. */
    private static final Pattern CONTROLS =
            Pattern.compile("[\\p{Cc}\\p{Cs}\\p{Zl}\\p{Zp}\\u061C\\u200E\\u200F\\u202A-\\u202E\\u2066-\\u2069]");

    private static final Pattern INVISIBLE = Pattern.compile("[\\p{Z}\\p{Cc}\\p{Cf}\\p{Cs}\\p{Cn}" + BLANKS
            + "\\u034F\\u17B4\\u17B5\\u180B-\\u180F\\uFE00-\\uFE0F\\x{E0100}-\\x{E01EF}]");

    private Text() {}

    /** Returns whether at least one character of the text shows; a combining mark needs one that it combines with. */
    public static boolean isVisible(String text) {
        return VISIBLE.matcher(text).find();
    }

    /** Returns whether the text has characters that show nothing, spaces and variation selectors included. */
    public static boolean hasInvisible(String text) {
        return INVISIBLE.matcher(text).find();
    }

    /** Returns whether the text has characters that change the lines or the direction of the text around it. */
    public static boolean hasControls(String text) {
        return CONTROLS.matcher(text).find();
    }

    /** Returns the length in code points. */
    public static int length(String text) {
        return text.codePointCount(0, text.length());
    }

    /** Removes white space and zero-width spaces at both ends. */
    public static String trim(String text) {
        return ENDS.matcher(text).replaceAll("");
    }
}
