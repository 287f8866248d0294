package com.ticketing.infra;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The text of a Markdown document. */
record Markdown(String text) {

    private static final Pattern CODE_BLOCK = Pattern.compile("(?ms)^ *```.*?^ *```");
    private static final Pattern CODE = Pattern.compile("`([^`\n]+)`");
    private static final Pattern LINK = Pattern.compile("]\\(([^)\\s]+)\\)");
    private static final Pattern HEADING = Pattern.compile("(?m)^#+ (.*)$");

    /** Returns the targets of links and images. */
    List<String> links() {
        return groups(LINK, CODE.matcher(prose()).replaceAll("")).toList();
    }

    /** Returns the inline code, in the order of the text. */
    List<String> code() {
        return groups(CODE, prose()).toList();
    }

    /** Returns the anchors that GitHub generates for the headings. */
    Set<String> anchors() {
        return groups(HEADING, prose())
                .map(heading -> heading.toLowerCase(Locale.ROOT)
                        .replaceAll("[^\\p{L}\\p{N} _-]", "")
                        .replace(' ', '-'))
                .collect(Collectors.toSet());
    }

    /** Returns the part between a second-level heading and the next one. */
    Markdown section(String heading) {
        String start = "\n## " + heading + "\n";
        if (!text.contains(start)) {
            throw new IllegalArgumentException("No section " + heading);
        }
        String rest = text.substring(text.indexOf(start) + start.length());
        return new Markdown(rest.split("(?m)^## ", 2)[0]);
    }

    /** Returns the rows of tables, without other text. */
    Markdown tables() {
        return new Markdown(text.lines().filter(line -> line.startsWith("|")).collect(Collectors.joining("\n")));
    }

    private String prose() {
        return CODE_BLOCK.matcher(text).replaceAll("");
    }

    private static Stream<String> groups(Pattern pattern, String text) {
        return pattern.matcher(text).results().map((MatchResult match) -> match.group(1));
    }
}
