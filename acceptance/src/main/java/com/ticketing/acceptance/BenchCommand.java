package com.ticketing.acceptance;

import com.ticketing.acceptance.bench.Bench;
import com.ticketing.host.running.RunningSuite;
import com.ticketing.host.service.FirstAdmin;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code ./suite bench}. */
@Command(
        description = "Measures throughput, response times, event lag, sign-in timing and how fast a ban takes effect.",
        footer = {
            "",
            "Signs in as the first admin: AUTH_ADMIN_EMAIL and AUTH_ADMIN_PASSWORD, or the credentials in the data folder."
        })
final class BenchCommand implements Callable<Integer> {

    @Mixin
    private final SuiteOptions options;

    BenchCommand(SuiteOptions options) {
        this.options = options;
    }

    @Override
    public Integer call() throws Exception {
        RunningSuite suite = options.suite();
        String email = System.getenv("AUTH_ADMIN_EMAIL");
        String password = System.getenv("AUTH_ADMIN_PASSWORD");
        if (email == null || password == null) {
            FirstAdmin admin = FirstAdmin.ofRunning(options.data());
            email = admin.email();
            password = admin.password();
        }
        Bench.run(suite, email, password, options.out());
        return 0;
    }
}
