package com.ticketing.host.process;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A command line with its complete environment.
 *
 * @param line the program and its arguments
 */
public record ProcessCommand(List<String> line, Map<String, String> environment) {

    /** Ctrl-C reaches the terminal's whole process group; only the supervisor reacts, and stops the others in order. */
    private static final List<String> IGNORING_TERMINAL_SIGNALS =
            List.of("/bin/sh", "-c", "trap '' INT HUP; exec \"$@\"", "sh");

    public ProcessCommand {
        line = List.copyOf(line);
        environment = Map.copyOf(environment);
    }

    /** Returns the same command at a priority at which it runs only when the CPU is otherwise idle. */
    ProcessCommand atLowPriority() {
        List<String> niced = new ArrayList<>(List.of("nice", "-n", "19"));
        niced.addAll(line);
        return new ProcessCommand(niced, environment);
    }

    ProcessBuilder in(Path folder) {
        List<String> all = new ArrayList<>(IGNORING_TERMINAL_SIGNALS);
        all.addAll(line);
        ProcessBuilder builder =
                new ProcessBuilder(all).directory(folder.toFile()).redirectErrorStream(true);
        builder.environment().clear();
        builder.environment().putAll(environment);
        return builder;
    }
}
