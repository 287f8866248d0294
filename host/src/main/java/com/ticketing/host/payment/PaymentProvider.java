package com.ticketing.host.payment;

import com.ticketing.host.gateway.IngressRoutes;
import com.ticketing.host.process.JavaCommand;
import com.ticketing.host.process.ManagedProcess;
import com.ticketing.host.process.Ports;
import com.ticketing.host.process.Probe;
import com.ticketing.host.process.ProcessCommand;
import com.ticketing.host.process.ProcessSupervisor;
import com.ticketing.host.settings.DataFolder;
import com.ticketing.host.settings.Settings;
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
public final class PaymentProvider {

    /** Has the shape of a test key and belongs to nobody. */
    public static final String STAND_IN_KEY = "sk_test_local_stand_in";

    private static final String NAME = "stripe";

    private static final String MAX_HEAP = "-Xmx64m";

    private final Settings settings;
    private final DataFolder data;
    private final ProcessSupervisor supervisor;
    private final List<ManagedProcess> parts = new CopyOnWriteArrayList<>();
    private final boolean real;
    private final int port;

    public PaymentProvider(Settings settings, DataFolder data, ProcessSupervisor supervisor, Ports ports) {
        this.settings = settings;
        this.data = data;
        this.supervisor = supervisor;
        this.real = settings.variable("STRIPE_KEY").isPresent();
        this.port = real ? 0 : ports.next();
    }

    /**
     * Starts the stand-in, unless the real Stripe is used.
     *
     * @param gateway the address to which the stand-in sends webhooks
     */
    public void start(String gateway) {
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
        List<String> line = new ArrayList<>(
                JavaCommand.command(settings, data, MAX_HEAP, com.ticketing.stripe.Main.class.getName()));
        line.addAll(List.of("--port", Integer.toString(port)));
        line.addAll(List.of("--data", data.resolve("stripe").toString()));
        Map<String, String> environment = new HashMap<>(settings.environment());
        environment.put(com.ticketing.stripe.Main.WEBHOOK_URL, gateway + "/api/payments/webhook");
        environment.put(com.ticketing.stripe.Main.WEBHOOK_SECRET, webhookSecret());
        parts.add(supervisor.start(NAME, () -> new ProcessCommand(line, environment)));
        Probe.awaitPort("the stand-in for Stripe", port);
    }

    public Map<String, String> environment() {
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
    public Optional<String> standIn() {
        return real ? Optional.empty() : Optional.of("http://127.0.0.1:" + port);
    }

    /** Those of Stripe's routes that people's browsers take through the gateway; the stand-in's API is not for them. */
    public IngressRoutes addTo(IngressRoutes routes) {
        return real ? routes : routes.with(StripeStandIn.BANK_PAGE, NAME);
    }

    /** Whether the web page is told to take cards by Stripe's own form. */
    public boolean hasCardForm() {
        return settings.variable("STRIPE_PUBLISHABLE_KEY").isPresent();
    }

    public Map<String, List<InetSocketAddress>> addresses() {
        return real ? Map.of() : Map.of(NAME, List.of(new InetSocketAddress(InetAddress.getLoopbackAddress(), port)));
    }

    public List<ManagedProcess> parts() {
        return parts;
    }
}
