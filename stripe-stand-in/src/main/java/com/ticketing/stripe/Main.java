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

/** The stand-in as a program of its own. */
public final class Main {

    /** With which webhooks are signed; from the environment, since others read a command line. */
    public static final String WEBHOOK_SECRET = "STRIPE_WEBHOOK_SECRET";

    /** Where they go. */
    public static final String WEBHOOK_URL = "STRIPE_WEBHOOK_URL";

    private static final String HELP = """
            Stands in for Stripe. No money moves.

              --port N          where it listens (default 12111; 0 is any free one)
              --address NAME    for whom: 0.0.0.0 for all (default: for this machine)
              --data FOLDER     keeps its state there (default: in memory)

            Events are posted to $STRIPE_WEBHOOK_URL, signed with $STRIPE_WEBHOOK_SECRET (whsec_...), if both are given.
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
        System.out.println("Stand-in for Stripe: " + stripe.baseUrl());
        new CountDownLatch(1).await();
    }

    private static StripeStandIn start(List<String> arguments) {
        if (arguments.size() % 2 != 0) {
            throw new IllegalArgumentException("Every option has a value");
        }
        Map<String, String> options = new HashMap<>(Map.of("--port", "12111", "--address", "127.0.0.1"));
        for (int i = 0; i < arguments.size(); i += 2) {
            if (!OPTIONS.contains(arguments.get(i))) {
                throw new IllegalArgumentException("There is no option " + arguments.get(i));
            }
            options.put(arguments.get(i), arguments.get(i + 1));
        }
        String port = options.getOrDefault("--port", "");
        if (!port.matches("[0-9]{1,5}")) {
            throw new IllegalArgumentException("Not a port: " + port);
        }
        StripeStandIn stripe = StripeStandIn.start(
                new InetSocketAddress(options.get("--address"), Integer.parseInt(port)),
                Optional.ofNullable(options.get("--data")).map(Path::of));
        variable(WEBHOOK_URL)
                .ifPresent(url ->
                        variable(WEBHOOK_SECRET).ifPresent(secret -> stripe.sendWebhooksTo(URI.create(url), secret)));
        return stripe;
    }

    private static Optional<String> variable(String name) {
        return Optional.ofNullable(System.getenv(name)).filter(value -> !value.isBlank());
    }
}
