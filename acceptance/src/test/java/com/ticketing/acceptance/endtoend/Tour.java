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

/** The README's tour: commands, each perhaps with the output that a reader is promised. */
record Tour(List<Step> steps) {

    private static final Pattern PART = Pattern.compile("<!-- tour -->(.*?)<!-- /tour -->", Pattern.DOTALL);
    private static final Pattern BLOCK =
            Pattern.compile("^```(sh|text)\\n(.*?)^```$", Pattern.DOTALL | Pattern.MULTILINE);
    private static final String MARK = "=== end of step ===";

    record Step(String commands, @Nullable String output) {

        /** An ellipsis stands for what differs from run to run; it never reaches over the end of a JSON text. */
        boolean promises(String actual) {
            if (output == null) {
                return true;
            }
            String pattern =
                    Stream.of(output.strip().split("…", -1)).map(Pattern::quote).collect(Collectors.joining("[^\"]+"));
            return actual.strip().matches(pattern);
        }
    }

    static Tour read(Path readme) throws IOException {
        Matcher part = PART.matcher(Files.readString(readme));
        if (!part.find()) {
            throw new IllegalArgumentException(readme + " has no tour");
        }
        List<Step> steps = new ArrayList<>();
        Matcher block = BLOCK.matcher(part.group(1));
        while (block.find()) {
            if (block.group(1).equals("sh")) {
                steps.add(new Step(block.group(2), null));
            } else {
                steps.add(new Step(steps.removeLast().commands(), block.group(2)));
            }
        }
        return new Tour(steps);
    }

    /** One shell for all steps, as a reader has one. */
    String script() {
        return steps.stream()
                .map(step -> step.commands() + "echo; echo '" + MARK + "'\n")
                .collect(Collectors.joining());
    }

    static List<String> outputs(String everything) {
        return List.of(everything.split("\\n" + MARK + "\\n"));
    }
}
