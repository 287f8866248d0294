package com.ticketing.stripe;

import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;

/** Runs the stand-in as a program. */
public final class Main {

    /**
     * The variable with the secret that signs webhooks. It is not an option, because other users can read command
     * lines.
     */
    public static final String WEBHOOK_SECRET = "STRIPE_WEBHOOK_SECRET";

    /** The variable with the URL that receives webhooks. */
    public static final String WEBHOOK_URL = "STRIPE_WEBHOOK_URL";

    private static final String HELP = """
            A stand-in for the Stripe API. It moves no money.

              --port N          port to listen on (default: 12111; 0: any free port)
              --address NAME    address to listen on (default: 127.0.0.1; 0.0.0.0: all interfaces)
              --data FOLDER     folder for the state (default: in memory only)
              --help            print this help

            If STRIPE_WEBHOOK_URL and STRIPE_WEBHOOK_SECRET (whsec_...) are set, events are posted to that URL and signed
            with that secret.
            """;

    private static final Set<String> OPTIONS = Set.of("--port", "--address", "--data");

    private Main() {}

    public static void main(String... arguments) throws InterruptedException {
        List<String> all = List.of(arguments);
        if (all.contains("--help")) {
            System.out.print(HELP);
            return;
        }
        StripeStandIn stripe;
        try {
            stripe = start(all);
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage() + "\n\n" + HELP);
            System.exit(2);
            return;
        }
        Runtime.getRuntime().addShutdownHook(new Thread(stripe::close, "close"));
        System.out.println("Stripe stand-in listening on " + stripe.baseUrl());
        new CountDownLatch(1).await();
    }

    private static StripeStandIn start(List<String> arguments) {
        if (arguments.size() % 2 != 0) {
            throw new IllegalArgumentException("Every option needs a value");
        }
        Map<String, String> options = new HashMap<>(Map.of("--port", "12111", "--address", "127.0.0.1"));
        for (int i = 0; i < arguments.size(); i += 2) {
            if (!OPTIONS.contains(arguments.get(i))) {
                throw new IllegalArgumentException("Unknown option: " + arguments.get(i));
            }
            options.put(arguments.get(i), arguments.get(i + 1));
        }
        String port = options.getOrDefault("--port", "");
        if (!port.matches("[0-9]{1,5}")) {
            throw new IllegalArgumentException("Invalid port: " + port);
        }
        return StripeStandIn.start(
                new InetSocketAddress(options.get("--address"), Integer.parseInt(port)),
                Optional.ofNullable(options.get("--data")).map(Path::of),
                stripe -> variable(WEBHOOK_URL)
                        .ifPresent(url -> variable(WEBHOOK_SECRET)
                                .ifPresent(secret -> stripe.sendWebhooksTo(URI.create(url), secret))));
    }

    private static Optional<String> variable(String name) {
        return Optional.ofNullable(System.getenv(name)).filter(value -> !value.isBlank());
    }
}
