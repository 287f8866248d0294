package com.ticketing.host;

import com.ticketing.host.console.Console;
import com.ticketing.host.settings.Options;
import com.ticketing.host.settings.Settings;
import com.ticketing.host.settings.StoppedException;
import com.ticketing.host.settings.UsageException;
import java.nio.file.Path;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;

/** The suite on one machine; the first argument may name one of the parts that it brings itself. */
public final class Main {

    private static final int USAGE = 2;

    private Main() {}

    public static void main(String... arguments) throws Exception {
        Logger.getLogger("").setLevel(Level.WARNING);
        up(List.of(arguments));
    }

    private static void up(List<String> arguments) throws InterruptedException {
        Path home = Path.of(System.getProperty("ticketing.home", "."))
                .toAbsolutePath()
                .normalize();
        Options options;
        try {
            options = Options.parse(home, arguments);
        } catch (UsageException e) {
            fail(e, USAGE);
            return;
        }
        if (options.help()) {
            System.out.println(Options.HELP);
            return;
        }
        try {
            new Up(Settings.of(home, options), new Console(System.out)).run();
        } catch (UsageException e) {
            fail(e, 1);
        } catch (StoppedException e) {
            // Ends with the signal that stopped it.
            Thread.currentThread().join();
        }
    }

    private static void fail(UsageException e, int status) {
        System.err.println(e.getMessage());
        System.exit(status);
    }
}
