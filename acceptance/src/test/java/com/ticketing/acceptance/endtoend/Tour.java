package com.ticketing.acceptance.endtoend;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The tour in the documents: commands, each with its expected output, if the document shows one. */
record Tour(List<Step> steps) {

    private static final Pattern TOUR = Pattern.compile("<!-- tour -->(.*?)<!-- /tour -->", Pattern.DOTALL);
    private static final Pattern BLOCK =
            Pattern.compile("^```(sh|text)\\n(.*?)^```$", Pattern.DOTALL | Pattern.MULTILINE);
    private static final String SEPARATOR = "=== end of step ===";

    record Step(String commands, @Nullable String output) {

        /** Compares the output. An ellipsis stands for a part that differs at each run, within one JSON string. */
        boolean matches(String actual) {
            if (output == null) {
                return true;
            }
            String pattern =
                    Stream.of(output.strip().split("…", -1)).map(Pattern::quote).collect(Collectors.joining("[^\"]+"));
            return actual.strip().matches(pattern);
        }
    }

    static Tour read(Path document) throws IOException {
        Matcher tour = TOUR.matcher(Files.readString(document));
        if (!tour.find()) {
            throw new IllegalArgumentException(document + " has no tour");
        }
        List<Step> steps = new ArrayList<>();
        Matcher block = BLOCK.matcher(tour.group(1));
        while (block.find()) {
            if (block.group(1).equals("sh")) {
                steps.add(new Step(block.group(2), null));
            } else {
                steps.add(new Step(steps.removeLast().commands(), block.group(2)));
            }
        }
        return new Tour(steps);
    }

    /** Returns a script that runs all steps in one shell. */
    String script() {
        return steps.stream()
                .map(step -> step.commands() + "echo; echo '" + SEPARATOR + "'\n")
                .collect(Collectors.joining());
    }

    /** Splits the script's output into that of each step. */
    static List<String> outputs(String output) {
        return List.of(output.split("\\n" + SEPARATOR + "\\n"));
    }
}
