package com.ticketing.acceptance.chaos;

import com.ticketing.acceptance.invariants.Checker;
import com.ticketing.acceptance.invariants.Finding;
import com.ticketing.acceptance.load.AcknowledgedWrites;
import com.ticketing.acceptance.load.Operations;
import com.ticketing.acceptance.load.UserLoad;
import com.ticketing.acceptance.republish.Republication;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * A run of load and faults against the suite of a data folder. A seed determines the sequence of faults and each user's
 * choices; how they interleave depends on the machine.
 */
public final class Chaos {

    private static final Duration QUIET_WITHIN = Duration.ofMinutes(4);

    private final SuiteProcesses processes;
    private final Checker checker;
    private final Republication republication;
    private final long seed;
    private final int users;
    private final Consumer<String> log;

    public Chaos(
            Path dataFolder, Checker checker, Republication republication, long seed, int users, Consumer<String> log) {
        this.processes = new SuiteProcesses(dataFolder);
        this.republication = republication;
        this.checker = checker;
        this.seed = seed;
        this.users = users;
        this.log = log;
    }

    /** Returns a finding for each invariant. */
    public List<Finding> run(Duration duration) throws Exception {
        AcknowledgedWrites writes = new AcknowledgedWrites();
        Operations operations = new Operations();
        UserLoad load = new UserLoad(processes.gateway(), seed, users, writes, operations);
        Faults faults = new Faults(processes, republication, seed, log);
        load.start();
        try {
            faults.run(duration);
        } finally {
            load.stop();
        }
        log.accept("Load and faults have ended; waiting until the suite is quiet");
        processes.awaitHealthy(QUIET_WITHIN);
        republication.awaitFinished(QUIET_WITHIN);
        List<Finding> findings =
                new ArrayList<>((faults.isStoreLost() ? checker.afterStoreLoss() : checker).check(QUIET_WITHIN));
        findings.add(writes.verify());
        log.accept("Faults: " + faults.counts());
        log.accept("Operations: " + operations);
        return findings;
    }
}
