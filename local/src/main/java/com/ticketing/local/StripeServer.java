package com.ticketing.local;

import com.ticketing.testsupport.servers.StripeStandIn;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/**
 * The Stripe stand-in's own process: a folder, a port and, unless only this machine is to reach it, an address. It sends
 * webhooks if it is told where and with which secret.
 */
final class StripeServer {

    static final String WEBHOOK_URL = "STRIPE_WEBHOOK_URL";

    private StripeServer() {}

    static void run(List<String> arguments) throws InterruptedException {
        Path folder = Path.of(arguments.getFirst());
        int port = Integer.parseInt(arguments.get(1));
        StripeStandIn server = arguments.size() > 2
                ? StripeStandIn.start(new InetSocketAddress(arguments.get(2), port), folder)
                : StripeStandIn.start(port, folder);
        String url = System.getenv(WEBHOOK_URL);
        String secret = System.getenv(PaymentProvider.WEBHOOK_SECRET);
        if (url != null && secret != null) {
            server.sendWebhooksTo(URI.create(url), secret);
        }
        Runtime.getRuntime().addShutdownHook(new Thread(server::close, "close"));
        new CountDownLatch(1).await();
    }
}
