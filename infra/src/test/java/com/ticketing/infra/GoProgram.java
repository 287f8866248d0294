package com.ticketing.infra;

import java.util.List;
import java.util.Optional;

/**
 * A program that is written in Go. Without one on this machine, it is built into the cache folder.
 *
 * @param name the name of the executable
 * @param source the package and the version, as {@code go install} expects them
 */
record GoProgram(String name, String source) {

    /** Returns the path of the program, or empty if this machine has neither the program nor Go. */
    Optional<String> provide() {
        synchronized (GoProgram.class) {
            return Executables.find(name).or(() -> Executables.find("go").map(this::install));
        }
    }

    private String install(String go) {
        ProcessBuilder install = new ProcessBuilder(go, "install", source);
        install.environment().put("GOBIN", Executables.BUILT.toAbsolutePath().toString());
        Executables.run(install, List.of(0));
        return Executables.BUILT.resolve(name).toString();
    }
}
