package com.ticketing.acceptance.chaos;

import com.ticketing.host.settings.Services;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;

/**
 * Kills, stops and pauses parts of the suite, one fault after another. Every kind of fault happens to every part before
 * any is repeated; the seed decides their order and the pauses between them.
 */
final class Faults {

    /** Longer than the broker waits for an ack, so that what a paused process holds goes to its neighbour. */
    private static final Duration LONG_PAUSE = Duration.ofSeconds(40);

    /** Longer than all deliveries of one message together, at the ack-wait that a run of this length is made with. */
    private static final Duration LONG_OUTAGE = Duration.ofSeconds(30);

    private static final Duration OUTAGE = Duration.ofSeconds(10);

    private interface Fault {
        void happen() throws IOException, InterruptedException;
    }

    private final Processes processes;
    private final Random random;
    private final Consumer<String> out;
    private final Tally tally = new Tally();
    private final Deque<Fault> next = new ArrayDeque<>();

    Faults(Processes processes, long seed, Consumer<String> out) {
        this.processes = processes;
        this.random = new Random(seed);
        this.out = out;
    }

    Map<String, LongAdder> counts() {
        return tally.counts();
    }

    /** Ends after the first fault that goes beyond the duration. */
    void run(Duration duration) throws IOException, InterruptedException {
        Instant end = Instant.now().plus(duration);
        next.addAll(everyOne());
        while (Instant.now().isBefore(end)) {
            if (next.isEmpty()) {
                next.addAll(everyOne());
            }
            Thread.sleep(1_000 + random.nextInt(5_000));
            next.remove().happen();
        }
    }

    private List<Fault> everyOne() {
        List<Fault> faults = new ArrayList<>(List.of(
                () -> kill("nats"),
                () -> kill("stripe"),
                () -> stopDatabases(OUTAGE),
                () -> stopDatabases(LONG_OUTAGE),
                () -> pause(oneOf(processes.named(service())), LONG_PAUSE)));
        for (String service : Services.ALL) {
            faults.add(() -> kill(oneOf(processes.named(service))));
            faults.add(() -> killAll(service));
            faults.add(() -> pause(oneOf(processes.named(service)), Duration.ofSeconds(1 + random.nextInt(8))));
        }
        Collections.shuffle(faults, random);
        return faults;
    }

    private String service() {
        return Services.ALL.get(random.nextInt(Services.ALL.size()));
    }

    private String oneOf(List<String> names) {
        return names.get(random.nextInt(names.size()));
    }

    private void kill(String name) throws IOException, InterruptedException {
        if (processes.signal("KILL", name)) {
            tell("kill", name);
        }
    }

    private void killAll(String service) throws IOException, InterruptedException {
        for (String name : processes.named(service)) {
            kill(name);
        }
    }

    /** The listener that is so slow that its messages go to its neighbour. */
    private void pause(String name, Duration time) throws IOException, InterruptedException {
        if (processes.signal("STOP", name)) {
            tell("pause of " + time.toSeconds() + " s", name);
            try {
                Thread.sleep(time);
            } finally {
                processes.signal("CONT", name);
            }
        }
    }

    /** In order, since the embedded databases keep their last moment in memory; and again as often as they come back. */
    private void stopDatabases(Duration time) throws IOException, InterruptedException {
        tell("outage of " + time.toSeconds() + " s", "mongo");
        Instant end = Instant.now().plus(time);
        while (Instant.now().isBefore(end)) {
            processes.signal("TERM", "mongo");
            Thread.sleep(200);
        }
    }

    private void tell(String fault, String name) {
        tally.count(fault.replaceAll(" of \\d+ s", "") + " " + name.replaceAll("-\\d+$", ""));
        out.accept(fault + ": " + name);
    }
}
