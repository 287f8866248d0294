package com.ticketing.local;

import com.ticketing.local.gateway.IngressRoutes;
import com.ticketing.stripe.StripeStandIn;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** Stripe, if a key is given; else a stand-in on this machine, so that nobody pays by accident. */
final class PaymentProvider {

    /** Has the shape of a test key and belongs to nobody. */
    static final String STAND_IN_KEY = "sk_test_local_stand_in";

    private static final String NAME = "stripe";

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

    /** @param gateway where the stand-in tells payments what became of a charge, as Stripe would */
    void start(String gateway) {
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
        List<String> line =
                new ArrayList<>(OwnJar.command(settings, data, MAX_HEAP, com.ticketing.stripe.Main.class.getName()));
        line.addAll(List.of("--port", Integer.toString(port)));
        line.addAll(List.of("--data", data.resolve("stripe").toString()));
        Map<String, String> environment = new HashMap<>(settings.environment());
        environment.put(com.ticketing.stripe.Main.WEBHOOK_URL, gateway + "/api/payments/webhook");
        environment.put(com.ticketing.stripe.Main.WEBHOOK_SECRET, webhookSecret());
        parts.add(supervisor.start(NAME, () -> new Command(line, environment)));
        Probe.awaitPort("the stand-in for Stripe", port);
    }

    Map<String, String> environment() {
        return standIn()
                .map(url -> Map.of(
                        "STRIPE_KEY",
                        STAND_IN_KEY,
                        "STRIPE_API_BASE",
                        url,
                        "STRIPE_CONFIRM_PAGE",
                        StripeStandIn.BANK_PAGE,
                        com.ticketing.stripe.Main.WEBHOOK_SECRET,
                        webhookSecret()))
                .orElse(Map.of());
    }

    private String webhookSecret() {
        return "whsec_" + data.secret("stripe-webhook-secret");
    }

    /** The stand-in's address, if it is used. */
    Optional<String> standIn() {
        return real ? Optional.empty() : Optional.of("http://127.0.0.1:" + port);
    }

    /** Those of Stripe's routes that people's browsers take through the gateway; the stand-in's API is not for them. */
    IngressRoutes addTo(IngressRoutes routes) {
        return real ? routes : routes.with(StripeStandIn.BANK_PAGE, NAME);
    }

    /** Whether the web page is told to take cards by Stripe's own form. */
    boolean hasCardForm() {
        return settings.variable("STRIPE_PUBLISHABLE_KEY").isPresent();
    }

    Map<String, List<InetSocketAddress>> addresses() {
        return real ? Map.of() : Map.of(NAME, List.of(new InetSocketAddress(InetAddress.getLoopbackAddress(), port)));
    }

    List<Part> parts() {
        return parts;
    }
}
