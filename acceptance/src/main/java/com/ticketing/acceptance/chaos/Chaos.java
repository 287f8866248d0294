package com.ticketing.acceptance.chaos;

import com.ticketing.acceptance.invariants.Checker;
import com.ticketing.acceptance.invariants.Finding;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * A run of load and faults against the suite of a data folder. The same seed makes the same plan of faults and the same
 * choices of each person; how they interleave is up to the machine.
 */
public final class Chaos {

    private static final Duration QUIET_WITHIN = Duration.ofMinutes(4);

    private final Path dataFolder;
    private final long seed;
    private final int people;
    private final Consumer<String> out;

    public Chaos(Path dataFolder, long seed, int people, Consumer<String> out) {
        this.dataFolder = dataFolder;
        this.seed = seed;
        this.people = people;
        this.out = out;
    }

    /** What is broken at the end of a run: nothing, if the suite is as good as its word. */
    public List<Finding> run(Duration duration, String stripeKey) throws Exception {
        Processes processes = new Processes(dataFolder);
        Checker checker = new Checker(processes.suite(), stripeKey);
        Promises promises = new Promises();
        Tally tally = new Tally();
        Load load = new Load(processes.gateway(), seed, people, promises, tally);
        Faults faults = new Faults(processes, seed, out);
        load.start();
        try {
            faults.run(duration);
        } finally {
            load.stop();
        }
        out.accept("Load and faults are over; waiting for the suite to come to rest");
        processes.awaitHealthy(QUIET_WITHIN);
        List<Finding> findings = new ArrayList<>(checker.check(QUIET_WITHIN));
        findings.add(promises.verify());
        out.accept("Faults: " + faults.counts());
        out.accept("Operations: " + tally.counts());
        return findings;
    }
}
