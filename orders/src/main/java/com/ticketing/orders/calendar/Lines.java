package com.ticketing.orders.calendar;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.regex.Pattern;

/** The lines of a calendar file: RFC 5545, sections 3.1 and 3.3.11. */
final class Lines {

    private static final int LONGEST = 75;
    private static final String END = "\r\n";
    private static final Pattern SPECIAL = Pattern.compile("[\\\\;,]");
    private static final Pattern LINE_BREAK = Pattern.compile("\\R");
    private static final Pattern CONTROL = Pattern.compile("[\\p{Cntrl}&&[^\t]]");

    private Lines() {}

    /** Returns the value of a property of type TEXT. Controls, which no calendar file may contain, are left out. */
    static String text(String value) {
        String escaped = SPECIAL.matcher(value).replaceAll("\\\\$0");
        String oneLine = LINE_BREAK.matcher(escaped).replaceAll("\\\\n");
        return CONTROL.matcher(oneLine).replaceAll("");
    }

    /**
     * Returns the line with its end, folded into lines of at most 75 octets of UTF-8. A continuation starts with a
     * space. No character is divided.
     */
    static String fold(String line) {
        StringBuilder folded = new StringBuilder();
        int octets = 0;
        for (int at = 0; at < line.length(); at = line.offsetByCodePoints(at, 1)) {
            String character = Character.toString(line.codePointAt(at));
            int size = character.getBytes(UTF_8).length;
            if (octets + size > LONGEST) {
                folded.append(END).append(' ');
                octets = 1;
            }
            folded.append(character);
            octets += size;
        }
        return folded.append(END).toString();
    }
}
