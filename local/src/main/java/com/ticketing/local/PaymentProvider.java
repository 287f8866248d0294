package com.ticketing.local;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** Stripe, if a key is given; else a stand-in on this machine, so that nobody pays by accident. */
final class PaymentProvider {

    /** Has the shape of a test key and belongs to nobody. */
    static final String STAND_IN_KEY = "sk_test_local_stand_in";

    private static final String MAX_HEAP = "-Xmx64m";

    private final Settings settings;
    private final DataFolder data;
    private final Supervisor supervisor;
    private final List<Part> parts = new CopyOnWriteArrayList<>();
    private final boolean real;
    private final int port;

    PaymentProvider(Settings settings, DataFolder data, Supervisor supervisor, Ports ports) {
        this.settings = settings;
        this.data = data;
        this.supervisor = supervisor;
        this.real = settings.variable("STRIPE_KEY").isPresent();
        this.port = real ? 0 : ports.next();
    }

    void start() {
        if (real) {
            supervisor
                    .console()
                    .say("*** Stripe: the REAL one, with your STRIPE_KEY"
                            + settings.variable("STRIPE_API_BASE")
                                    .map(base -> ", at " + base)
                                    .orElse("") + " ***");
            return;
        }
        supervisor.console().say("*** Stripe: a STAND-IN on this machine, no money moves (no STRIPE_KEY given) ***");
        List<String> line = new ArrayList<>(OwnJar.command(settings, data, MAX_HEAP));
        line.addAll(List.of("stripe", data.resolve("stripe").toString(), Integer.toString(port)));
        parts.add(supervisor.start("stripe", () -> new Command(line, settings.environment())));
        Probe.awaitPort("the stand-in for Stripe", port);
    }

    Map<String, String> environment() {
        return standIn()
                .map(url -> Map.of("STRIPE_KEY", STAND_IN_KEY, "STRIPE_API_BASE", url))
                .orElse(Map.of());
    }

    /** The stand-in's address, if it is used. */
    Optional<String> standIn() {
        return real ? Optional.empty() : Optional.of("http://127.0.0.1:" + port);
    }

    List<Part> parts() {
        return parts;
    }
}
