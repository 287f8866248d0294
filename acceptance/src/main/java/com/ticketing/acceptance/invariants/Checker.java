package com.ticketing.acceptance.invariants;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeoutException;

/** Waits until a suite is quiet, then checks every invariant. */
public final class Checker {

    private static final List<String> VERSIONED = List.of(
            "ticket:created",
            "ticket:updated",
            "order:created",
            "order:cancelled",
            "order:completed",
            "order:refunded");
    private static final Duration PAUSE = Duration.ofMillis(500);

    private final RunningSuite suite;
    private final Monitor monitor;
    private final String stripeKey;

    /** @param stripeKey of the stand-in, or of the real Stripe where the suite uses it */
    public Checker(RunningSuite suite, String stripeKey) {
        this.suite = suite;
        this.monitor = new Monitor(suite);
        this.stripeKey = stripeKey;
    }

    /**
     * Checks once nothing moves any more: every message is acked, twice in a row, and what can be repaired by time alone is.
     *
     * @param patience how long to wait for that; what is violated then is reported as it is
     */
    public List<Finding> check(Duration patience) throws IOException, InterruptedException, TimeoutException {
        Instant end = Instant.now().plus(patience);
        while (true) {
            awaitQuiet(end);
            List<Finding> findings = checkNow();
            if (findings.stream().allMatch(Finding::holds) || Instant.now().isAfter(end)) {
                return findings;
            }
            Thread.sleep(PAUSE);
        }
    }

    /** Returns once nothing moves any more, or patience is over. */
    public void awaitQuiet(Duration patience) throws InterruptedException {
        awaitQuiet(Instant.now().plus(patience));
    }

    private void awaitQuiet(Instant end) throws InterruptedException {
        int quiet = 0;
        while (quiet < 2 && Instant.now().isBefore(end)) {
            quiet = monitor.unfinished().isEmpty() ? quiet + 1 : 0;
            Thread.sleep(PAUSE);
        }
    }

    private List<Finding> checkNow() throws IOException, InterruptedException, TimeoutException {
        List<Finding> findings = new ArrayList<>();
        List<String> unfinished = monitor.unfinished();
        findings.add(new Finding("0 every message is delivered and acked", unfinished.size(), unfinished));
        Snapshot data = Snapshot.of(suite);
        Optional<StripeBooks> books = suite.stripeUrl().map(url -> StripeBooks.read(url, stripeKey));
        findings.addAll(
                new Invariants(data, new BrokerLog(suite, monitor).read(VERSIONED), books, Instant.now()).check());
        return findings;
    }
}
