package com.ticketing.host.payment;

import com.ticketing.host.gateway.IngressRoutes;
import com.ticketing.host.process.JavaCommand;
import com.ticketing.host.process.ManagedProcess;
import com.ticketing.host.process.Poll;
import com.ticketing.host.process.Ports;
import com.ticketing.host.process.ProcessCommand;
import com.ticketing.host.process.ProcessSupervisor;
import com.ticketing.host.settings.DataFolder;
import com.ticketing.host.settings.Settings;
import com.ticketing.stripe.Main;
import com.ticketing.stripe.StripeStandIn;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** Stripe if {@code STRIPE_KEY} is set, otherwise the stand-in, so that no card is charged by accident. */
public final class PaymentProvider {

    /** The stand-in accepts any key of this form; it belongs to no account. */
    public static final String STAND_IN_KEY = "sk_test_local_stand_in";

    private static final String NAME = "stripe";

    /** The stand-in saves each change before it responds, so an end without shutdown hooks loses nothing. */
    private static final List<String> JVM_OPTIONS = List.of("-Xmx64m", "-XX:+ExitOnOutOfMemoryError");

    private final Settings settings;
    private final DataFolder data;
    private final ProcessSupervisor supervisor;
    private final List<ManagedProcess> processes = new CopyOnWriteArrayList<>();
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
     * Starts the stand-in, unless Stripe is used, and waits until it accepts connections.
     *
     * @param gateway the address to which the stand-in sends webhooks
     */
    public void start(String gateway) {
        if (real) {
            return;
        }
        List<String> arguments = List.of(
                "--port",
                Integer.toString(port),
                "--data",
                data.resolve("stripe").toString());
        List<String> line = JavaCommand.line(settings, data, JVM_OPTIONS, Main.class, arguments);
        Map<String, String> environment = new HashMap<>(settings.environment());
        environment.put(Main.WEBHOOK_URL, gateway + "/api/payments/webhook");
        environment.put(Main.WEBHOOK_SECRET, webhookSecret());
        processes.add(supervisor.start(NAME, () -> new ProcessCommand(line, environment)));
        Poll.awaitPort("The Stripe stand-in", port);
    }

    /** Describes in a few words whether money moves. */
    public String description() {
        return real
                ? "the REAL API"
                        + settings.variable("STRIPE_API_BASE")
                                .map(url -> " at " + url)
                                .orElse("") + ", with your STRIPE_KEY"
                : "a stand-in on this machine, no money moves";
    }

    /** Returns the environment that makes payments use the stand-in; empty with the real Stripe. */
    public Map<String, String> environment() {
        Map<String, String> environment = new HashMap<>();
        standIn().ifPresent(url -> {
            environment.put("STRIPE_KEY", STAND_IN_KEY);
            environment.put("STRIPE_API_BASE", url);
            environment.put("STRIPE_CONFIRM_PAGE", StripeStandIn.BANK_PAGE);
            environment.put(Main.WEBHOOK_SECRET, webhookSecret());
        });
        return environment;
    }

    private String webhookSecret() {
        return "whsec_" + data.secret("stripe-webhook-secret");
    }

    /** Returns the stand-in's address, if it is used. */
    public Optional<String> standIn() {
        return real ? Optional.empty() : Optional.of("http://127.0.0.1:" + port);
    }

    /** Adds the stand-in's bank page, the only one of its routes that browsers reach through the gateway. */
    public IngressRoutes addTo(IngressRoutes routes) {
        return real ? routes : routes.with(StripeStandIn.BANK_PAGE, NAME);
    }

    /** Returns whether the web page uses Stripe's own card form. */
    public boolean hasCardForm() {
        return settings.variable("STRIPE_PUBLISHABLE_KEY").isPresent();
    }

    /** Returns the addresses behind the gateway, by the name of the route's service. */
    public Map<String, List<InetSocketAddress>> addresses() {
        return real ? Map.of() : Map.of(NAME, List.of(new InetSocketAddress(InetAddress.getLoopbackAddress(), port)));
    }

    public List<ManagedProcess> processes() {
        return processes;
    }
}
