package com.ticketing.host;

import com.ticketing.host.command.CommandLineProgram;
import java.nio.file.Path;
import java.time.Clock;

/** The program behind {@code ./up}. */
public final class Main {

    private Main() {}

    public static void main(String... arguments) {
        Path home = Path.of(System.getProperty("ticketing.home", "."))
                .toAbsolutePath()
                .normalize();
        System.exit(CommandLineProgram.run("./up", new UpCommand(home, Clock.systemUTC()), arguments));
    }
}
