package com.ticketing.common.text;

import java.util.regex.Pattern;

/**
 * The properties of text that users type. The web page's {@code text.ts} is the same definition in TypeScript; the
 * tests of both run the vectors of {@code text-vectors.json}.
 */
public final class Text {

    /** Invisible letters and symbols: fillers of Hangul and of hieroglyphs, an empty braille cell, a null note. */
    static final String BLANKS = "\\u115F\\u1160\\u2800\\u3164\\uFFA0\\x{13441}\\x{13442}\\x{1D159}";

    /** The white space of Unicode, and zero-width spaces. */
    private static final String SPACES = "\t\n\013\f\r \u0085\u00A0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006"
            + "\u2007\u2008\u2009\u200A\u200B\u2028\u2029\u202F\u205F\u2060\u3000\uFEFF";

    private static final Pattern VISIBLE = Pattern.compile("(?![" + BLANKS + "])[\\p{L}\\p{N}\\p{P}\\p{S}\\p{Co}]");

    /** Controls, line separators, incomplete surrogate pairs and text direction controls. */
    private static final Pattern CONTROLS =
            Pattern.compile("[\\p{Cc}\\p{Cs}\\p{Zl}\\p{Zp}\\u061C\\u200E\\u200F\\u202A-\\u202E\\u2066-\\u2069]");

    private static final Pattern INVISIBLE = Pattern.compile("[\\p{Z}\\p{Cc}\\p{Cf}\\p{Cs}\\p{Cn}" + BLANKS
            + "\\u034F\\u17B4\\u17B5\\u180B-\\u180F\\uFE00-\\uFE0F\\x{E0100}-\\x{E01EF}]");

    private Text() {}

    /** Returns whether at least one character of the text is visible; a combining mark needs a base character. */
    public static boolean isVisible(String text) {
        return VISIBLE.matcher(text).find();
    }

    /** Returns whether the text has invisible characters, including spaces and variation selectors. */
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

    /** Removes white space and zero-width spaces at both ends. Reads no character between them. */
    public static String trim(String text) {
        int start = 0;
        int end = text.length();
        while (start < end && isSpace(text.charAt(start))) {
            start++;
        }
        while (start < end && isSpace(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(start, end);
    }

    /**
     * Trims an optional text, and returns an empty text if no character is visible. Keeps a text with controls, so that
     * validation rejects it.
     */
    public static String trimOptional(String text) {
        String trimmed = trim(text);
        return isVisible(trimmed) || hasControls(trimmed) ? trimmed : "";
    }

    private static boolean isSpace(char character) {
        return SPACES.indexOf(character) >= 0;
    }
}
