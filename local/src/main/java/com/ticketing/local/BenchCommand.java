package com.ticketing.local;

import com.ticketing.local.bench.Bench;
import java.nio.file.Path;
import java.util.List;

/** {@code ./bench [data folder]}: measures a running suite. */
final class BenchCommand {

    private BenchCommand() {}

    static void run(List<String> arguments) throws Exception {
        Path home = Path.of(System.getProperty("ticketing.home", "."));
        Bench.run(arguments.isEmpty() ? home.resolve(".data") : Path.of(arguments.getFirst()), System.out);
    }
}
