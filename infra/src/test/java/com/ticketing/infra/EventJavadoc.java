package com.ticketing.infra;

import java.util.Optional;
import java.util.regex.Pattern;

/** The Javadoc of an event record or of a type in it, from its source, in the terms of JSON: null values are absent. */
record EventJavadoc(String text) {

    private static final String FOLDER = "common/src/main/java/com/ticketing/common/events/";
    private static final Pattern TAG = Pattern.compile("\\{@\\w+ #?([^}]*)}");

    static EventJavadoc of(Class<?> type) {
        Class<?> file = type.isMemberClass() ? type.getDeclaringClass() : type;
        Pattern declaration = Pattern.compile(
                "/\\*\\*((?:(?!\\*/).)*)\\*/\\s*(?:@\\S+\\s*)*public (?:record|enum) " + type.getSimpleName() + "\\b",
                Pattern.DOTALL);
        String comment = declaration
                .matcher(Checkout.read(FOLDER + file.getSimpleName() + ".java"))
                .results()
                .map(match -> match.group(1))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(type + " has no Javadoc"));
        String line = comment.replaceAll("\\s+(\\* ?)?", " ").replace("{@code null}", "absent");
        return new EventJavadoc(TAG.matcher(line).replaceAll("$1").strip());
    }

    /** Returns the text before the first tag. */
    String summary() {
        return text.split(" *(<p>|@param)", 2)[0];
    }

    Optional<String> component(String name) {
        return Pattern.compile("@param " + name + " (.*?)(?= @param|$)")
                .matcher(text)
                .results()
                .map(match -> match.group(1))
                .findFirst();
    }
}
