package com.ticketing.acceptance;

import com.ticketing.acceptance.bench.BenchCommand;
import com.ticketing.acceptance.chaos.ChaosCommand;
import com.ticketing.acceptance.invariants.InvariantsCommand;
import com.ticketing.acceptance.rush.RushCommand;
import java.util.List;

public final class Main {

    private Main() {}

    public static void main(String... arguments) throws Exception {
        List<String> all = List.of(arguments);
        List<String> rest = all.isEmpty() ? all : all.subList(1, all.size());
        switch (all.isEmpty() ? "" : all.getFirst()) {
            case "chaos" -> ChaosCommand.run(rest);
            case "rush" -> RushCommand.run(rest);
            case "bench" -> BenchCommand.run(rest);
            case "invariants" -> InvariantsCommand.run(rest);
            default -> System.exit(2);
        }
    }
}
