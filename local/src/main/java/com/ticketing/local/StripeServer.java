package com.ticketing.local;

import com.ticketing.testsupport.servers.StripeStandIn;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;

/** The Stripe stand-in's own process: a folder and a port. */
final class StripeServer {

    static final String WEBHOOK_URL = "STRIPE_WEBHOOK_URL";

    private StripeServer() {}

    static void run(List<String> arguments) throws InterruptedException {
        StripeStandIn server = StripeStandIn.start(Integer.parseInt(arguments.get(1)), Path.of(arguments.getFirst()));
        server.sendWebhooksTo(URI.create(variable(WEBHOOK_URL)), variable(PaymentProvider.WEBHOOK_SECRET));
        Runtime.getRuntime().addShutdownHook(new Thread(server::close, "close"));
        new CountDownLatch(1).await();
    }

    private static String variable(String name) {
        return Objects.requireNonNull(System.getenv(name), name);
    }
}
