package com.ticketing.acceptance;

import java.nio.file.Path;
import java.time.Clock;

/** The program behind {@code ./suite}. */
public final class Main {

    private Main() {}

    public static void main(String... arguments) {
        Path home = Path.of(System.getProperty("ticketing.home", "."));
        System.exit(SuiteCommand.commandLine(home, Clock.systemUTC()).execute(arguments));
    }
}
