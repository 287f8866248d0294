package com.ticketing.local.chaos;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;

/** Kills, stops and pauses parts of the suite, one fault after another, at random from the seed. */
final class Faults {

    private static final List<String> SERVICES = List.of("auth", "tickets", "orders", "expiration", "payments");

    private final Processes processes;
    private final Random random;
    private final Consumer<String> out;
    private final Tally tally = new Tally();
    private boolean longOutageDone;

    Faults(Processes processes, long seed, Consumer<String> out) {
        this.processes = processes;
        this.random = new Random(seed);
        this.out = out;
    }

    Map<String, LongAdder> counts() {
        return tally.counts();
    }

    void run(Duration duration) throws IOException, InterruptedException {
        Instant begin = Instant.now();
        Instant end = begin.plus(duration);
        while (Instant.now().isBefore(end)) {
            Thread.sleep(2_000 + random.nextInt(6_000));
            next(Duration.between(begin, Instant.now()).compareTo(duration.dividedBy(2)) > 0);
        }
    }

    private void next(boolean secondHalf) throws IOException, InterruptedException {
        if (secondHalf && !longOutageDone) {
            longOutageDone = true;
            stopDatabases(Duration.ofSeconds(30));
            return;
        }
        switch (random.nextInt(10)) {
            case 0, 1, 2, 3 -> kill(oneOf(processes.named(service())));
            case 4 -> killAll(service());
            case 5 -> kill("nats");
            case 6 -> stopDatabases(Duration.ofSeconds(10));
            case 7 -> kill("stripe");
            case 8 -> pause(oneOf(processes.named(service())), Duration.ofSeconds(40));
            default -> pause(oneOf(processes.named(service())), Duration.ofSeconds(3 + random.nextInt(8)));
        }
    }

    private String service() {
        return SERVICES.get(random.nextInt(SERVICES.size()));
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
