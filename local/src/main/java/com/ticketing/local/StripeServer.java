package com.ticketing.local;

import com.ticketing.testsupport.servers.StripeStandIn;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/** The Stripe stand-in's own process: a folder and a port. */
final class StripeServer {

    private StripeServer() {}

    static void run(List<String> arguments) throws InterruptedException {
        StripeStandIn server = StripeStandIn.start(Integer.parseInt(arguments.get(1)), Path.of(arguments.getFirst()));
        Runtime.getRuntime().addShutdownHook(new Thread(server::close, "close"));
        new CountDownLatch(1).await();
    }
}
