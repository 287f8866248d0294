package com.ticketing.host.process;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What to run, with its whole environment. */
public record ProcessCommand(List<String> line, Map<String, String> environment) {

    /** Ctrl-C reaches every process of the terminal's group: it is for the supervisor, which ends the others in order. */
    private static final List<String> DEAF_TO_THE_TERMINAL =
            List.of("/bin/sh", "-c", "trap '' INT HUP; exec \"$@\"", "sh");

    public ProcessCommand {
        line = List.copyOf(line);
        environment = Map.copyOf(environment);
    }

    public ProcessBuilder in(Path folder) {
        List<String> all = new ArrayList<>(DEAF_TO_THE_TERMINAL);
        all.addAll(line);
        ProcessBuilder builder =
                new ProcessBuilder(all).directory(folder.toFile()).redirectErrorStream(true);
        builder.environment().clear();
        builder.environment().putAll(environment);
        return builder;
    }
}
