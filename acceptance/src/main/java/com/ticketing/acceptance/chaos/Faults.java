package com.ticketing.acceptance.chaos;

import com.ticketing.acceptance.republish.Republication;
import com.ticketing.host.process.Deadline;
import com.ticketing.host.settings.Services;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;

/**
 * Kills, stops and pauses processes of the suite, and loses or fills the broker's store, one fault after another. Every
 * kind of fault affects every target before any is repeated. The seed determines their order and the pauses between
 * them.
 */
final class Faults {

    /** Longer than the broker waits for an acknowledgement: the paused process's messages go to another replica. */
    private static final Duration LONG_PAUSE = Duration.ofSeconds(40);

    /** Longer than all redeliveries of one message with the ack-wait that a chaos run uses. */
    private static final Duration LONG_OUTAGE = Duration.ofSeconds(30);

    private static final Duration OUTAGE = Duration.ofSeconds(10);
    private static final Duration RESTART_CHECK = Duration.ofMillis(200);

    private static final Duration REPUBLISH_WITHIN = Duration.ofMinutes(2);

    private interface Fault {
        void inject() throws IOException, InterruptedException, TimeoutException;
    }

    private final SuiteProcesses processes;
    private final Republication republication;
    private final Random random;
    private final Consumer<String> log;
    private final Counters counters = new Counters();
    private final Deque<Fault> next = new ArrayDeque<>();
    private boolean storeLost;

    Faults(SuiteProcesses processes, Republication republication, long seed, Consumer<String> log) {
        this.processes = processes;
        this.republication = republication;
        this.random = new Random(seed);
        this.log = log;
    }

    Map<String, LongAdder> counts() {
        return counters.counts();
    }

    /** Returns whether the broker's store was lost, and the aggregates published again. */
    boolean isStoreLost() {
        return storeLost;
    }

    /** Ends after the first fault that lasts beyond the duration. */
    void run(Duration duration) throws IOException, InterruptedException, TimeoutException {
        Deadline deadline = Deadline.in(duration);
        next.addAll(oneRound());
        while (!deadline.isOver()) {
            if (next.isEmpty()) {
                next.addAll(oneRound());
            }
            Thread.sleep(1_000 + random.nextInt(5_000));
            next.remove().inject();
        }
    }

    private List<Fault> oneRound() {
        List<Fault> faults = new ArrayList<>(List.of(
                () -> kill("nats"),
                () -> kill("stripe"),
                () -> stopDatabases(OUTAGE),
                () -> stopDatabases(LONG_OUTAGE),
                () -> pause(anyReplica(anyService()), LONG_PAUSE),
                this::loseStore,
                this::fillDisk));
        for (String service : Services.ALL) {
            faults.add(() -> kill(anyReplica(service)));
            faults.add(() -> killAll(service));
            faults.add(() -> pause(anyReplica(service), Duration.ofSeconds(1 + random.nextInt(8))));
        }
        Collections.shuffle(faults, random);
        return faults;
    }

    private String anyService() {
        return Services.ALL.get(random.nextInt(Services.ALL.size()));
    }

    private String anyReplica(String service) {
        List<String> replicas = processes.replicas(service);
        return replicas.get(random.nextInt(replicas.size()));
    }

    private void kill(String name) throws IOException {
        if (processes.signal("KILL", name)) {
            record("kill", name);
        }
    }

    private void killAll(String service) throws IOException {
        for (String name : processes.replicas(service)) {
            kill(name);
        }
    }

    private void pause(String name, Duration time) throws IOException, InterruptedException {
        Optional<PausedProcess> paused = processes.pause(name);
        if (paused.isPresent()) {
            record("pause of " + time.toSeconds() + " s", name);
            try {
                Thread.sleep(time);
            } finally {
                paused.get().resume();
            }
        }
    }

    /**
     * Stops the databases regularly, because the embedded ones lose their last writes when killed, after each restart.
     */
    private void stopDatabases(Duration time) throws IOException, InterruptedException {
        record("outage of " + time.toSeconds() + " s", "mongo");
        Deadline deadline = Deadline.in(time);
        while (!deadline.isOver()) {
            processes.signal("TERM", "mongo");
            Thread.sleep(RESTART_CHECK);
        }
    }

    private void loseStore() throws IOException, TimeoutException {
        if (processes.loseStore()) {
            record("loss of the store", "nats");
            storeLost = true;
            republication.begin(REPUBLISH_WITHIN);
        }
    }

    private void fillDisk() throws IOException, InterruptedException {
        if (processes.fillDisk()) {
            record("full disk", "nats");
        }
    }

    private void record(String fault, String name) {
        counters.increment(fault.replaceAll(" of \\d+ s", "") + " " + name.replaceAll("-\\d+$", ""));
        log.accept(fault + ": " + name);
    }
}
