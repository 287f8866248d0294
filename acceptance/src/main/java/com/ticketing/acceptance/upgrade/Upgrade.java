package com.ticketing.acceptance.upgrade;

import com.ticketing.acceptance.invariants.Checker;
import com.ticketing.acceptance.invariants.Finding;
import com.ticketing.acceptance.load.AcknowledgedWrites;
import com.ticketing.acceptance.load.Operations;
import com.ticketing.acceptance.load.UserLoad;
import com.ticketing.host.RollingSuite;
import com.ticketing.host.running.RunningProcess;
import com.ticketing.host.running.RunningSuite;
import com.ticketing.host.settings.Services;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;

/**
 * A rolling upgrade of a running suite from an earlier build to this one, its rollback, and the beginning of another
 * upgrade, under load. Each replaces the first replica of each service, so that every service runs in both versions;
 * the first two then replace the second one too, unless only one is to be replaced. A seed determines the order of the
 * services and each user's choices.
 */
public final class Upgrade {

    private static final Duration QUIET_WITHIN = Duration.ofMinutes(4);

    private final RollingSuite suite;
    private final Path data;
    private final Checker checker;
    private final Random random;
    private final UserLoad load;
    private final AcknowledgedWrites writes = new AcknowledgedWrites();
    private final Operations operations = new Operations();
    private final Consumer<String> log;
    private int replaced;

    /** @param suite with two replicas of each service, in the earlier version */
    public Upgrade(RollingSuite suite, Path data, Checker checker, long seed, int users, Consumer<String> log) {
        this.suite = suite;
        this.data = data;
        this.checker = checker;
        this.random = new Random(seed);
        this.load = new UserLoad(suite.url(), seed, users, writes, operations);
        this.log = log;
    }

    /**
     * Returns a finding for each invariant, and one for requests that failed.
     *
     * @param replicas how many replicas of each service the upgrade and its rollback replace
     * @param pause under load after each round of replacements
     */
    public List<Finding> run(Build earlier, Build current, int replicas, Duration pause) throws Exception {
        load.start();
        try {
            log.accept("All replicas run " + earlier.name());
            Thread.sleep(pause);
            roll(current, replicas, pause);
            roll(earlier, replicas, pause);
            // the broker has kept the messages for this version's new listeners since the rollback; now it delivers
            // them
            replaceEach(0, current, pause);
        } finally {
            load.stop();
        }
        log.accept("The load has ended; waiting until the suite is quiet");
        List<Finding> findings = new ArrayList<>(checker.check(QUIET_WITHIN));
        findings.add(writes.verify());
        findings.add(new Finding("13 no request fails during an upgrade", operations.total(), operations.failures()));
        log.accept("Operations: " + operations);
        log.accept(replaced + " replicas replaced, " + operations.total() + " requests, " + operations.failed()
                + " failures");
        return findings;
    }

    /** A version of the services, and the folder with their jars. */
    public record Build(String name, Path folder) {}

    private void roll(Build next, int replicas, Duration pause) throws InterruptedException {
        for (int replica = 0; replica < replicas; replica++) {
            replaceEach(replica, next, pause);
        }
    }

    /** Replaces one replica of each service. */
    private void replaceEach(int replica, Build next, Duration pause) throws InterruptedException {
        List<String> services = new ArrayList<>(Services.ALL);
        Collections.shuffle(services, random);
        for (String service : services) {
            replace(service, replica, next);
        }
        log.accept((replica == 0 ? "Every service runs in both versions" : "All replicas run " + next.name()) + " ("
                + operations.total() + " requests so far)");
        Thread.sleep(pause);
    }

    private void replace(String service, int replica, Build next) {
        RunningProcess process = RunningSuite.on(data).replicas(service).get(replica);
        long start = System.nanoTime();
        suite.replace(service, process.name(), next.folder());
        replaced++;
        log.accept(process.name() + ": replaced by " + next.name() + " in "
                + Duration.ofNanos(System.nanoTime() - start).toSeconds() + " s");
    }
}
