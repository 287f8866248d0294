package com.ticketing.acceptance.invariants;

import com.ticketing.devservers.BrokerMonitor;
import com.ticketing.host.process.Deadline;
import com.ticketing.host.process.Poll;
import com.ticketing.host.running.RunningSuite;
import com.ticketing.host.settings.UsageException;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;

/** Waits until a suite is quiet, then checks every invariant. */
public final class Checker {

    private static final List<String> VERSIONED_CHANNELS = List.of(
            "ticket:created",
            "ticket:updated",
            "order:created",
            "order:cancelled",
            "order:completed",
            "order:refunded",
            "order:used");
    private static final Duration INTERVAL = Duration.ofMillis(500);
    private static final int QUIET_TIMES = 2;

    private final RunningSuite suite;
    private final DeliveryProgress deliveries;
    private final BrokerLog log;
    private final String stripeKey;
    private final Clock clock;
    private final boolean storeLost;

    /**
     * Creates a checker of a running suite.
     *
     * @param stripeKey the key of the stand-in, or of Stripe if the suite uses Stripe
     * @throws UsageException if the address of the broker's monitoring is not known
     */
    public Checker(RunningSuite suite, String stripeKey, Clock clock) {
        this(suite, stripeKey, clock, false);
    }

    private Checker(RunningSuite suite, String stripeKey, Clock clock, boolean storeLost) {
        String address = suite.broker().monitor();
        if (address.isEmpty()) {
            throw new UsageException(
                    "The address of the broker's monitoring is not known: running.json needs broker.monitor, for example"
                            + " http://127.0.0.1:8222");
        }
        BrokerMonitor monitor = new BrokerMonitor(address);
        this.suite = suite;
        this.storeLost = storeLost;
        this.deliveries = new DeliveryProgress(monitor, suite.broker().channelPrefix());
        this.log = new BrokerLog(suite.broker(), monitor);
        this.stripeKey = stripeKey;
        this.clock = clock;
    }

    /** Returns a checker that accepts that the first published versions are missing in the broker's log. */
    public Checker afterStoreLoss() {
        return new Checker(suite, stripeKey, clock, true);
    }

    /**
     * Checks the invariants until all hold, because timers and retries repair some states.
     *
     * @param timeout after which the remaining violations are returned
     */
    public List<Finding> check(Duration timeout) throws IOException, InterruptedException, TimeoutException {
        Deadline deadline = Deadline.in(timeout);
        while (true) {
            awaitQuiet(deadline);
            List<Finding> findings = checkNow();
            if (findings.stream().allMatch(Finding::holds) || deadline.isOver()) {
                return findings;
            }
        }
    }

    /** Waits until every message is delivered and acknowledged, twice in a row, or until the timeout. */
    public void awaitQuiet(Duration timeout) {
        awaitQuiet(Deadline.in(timeout));
    }

    private void awaitQuiet(Deadline deadline) {
        AtomicInteger quiet = new AtomicInteger();
        Poll.until(deadline, INTERVAL, () -> {
            quiet.set(deliveries.unfinished().isEmpty() ? quiet.get() + 1 : 0);
            return quiet.get() == QUIET_TIMES;
        });
    }

    private List<Finding> checkNow() throws IOException, InterruptedException, TimeoutException {
        List<Finding> findings = new ArrayList<>();
        List<String> unfinished = deliveries.unfinished();
        findings.add(new Finding("0 every message is delivered and acknowledged", unfinished.size(), unfinished));
        Snapshot data = Snapshot.of(suite);
        Optional<StripeLedger> stripe =
                Optional.ofNullable(suite.stripe()).map(url -> StripeLedger.read(url, stripeKey));
        findings.addAll(new Invariants(data, log.read(VERSIONED_CHANNELS), stripe, storeLost, clock.instant()).check());
        return findings;
    }
}
