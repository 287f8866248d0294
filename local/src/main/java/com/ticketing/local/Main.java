package com.ticketing.local;

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
        List<String> all = List.of(arguments);
        List<String> rest = all.isEmpty() ? all : all.subList(1, all.size());
        switch (all.isEmpty() ? "" : all.getFirst()) {
            case "mongo" -> MongoServers.run(rest);
            case "chaos" -> ChaosCommand.run(rest);
            case "rush" -> RushCommand.run(rest);
            case "bench" -> BenchCommand.run(rest);
            case "invariants" -> InvariantsCommand.run(rest);
            default -> up(all);
        }
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
