package com.ticketing.acceptance;

import com.ticketing.acceptance.bench.Bench;
import com.ticketing.acceptance.bench.BenchPlan;
import com.ticketing.acceptance.bench.BenchReport;
import com.ticketing.host.api.ApiClient;
import com.ticketing.host.running.RunningSuite;
import com.ticketing.host.service.FirstAdmin;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code ./suite bench}. */
@Command(
        sortOptions = false,
        description = {
            "Measures throughput and event lag next to baselines of the same run: a bare Spring Boot endpoint, the broker "
                    + "and the database. Takes about ten minutes.",
            "Also measures sign-in timing and how fast a ban takes effect."
        },
        footer = {
            "",
            "Signs in as the first admin: AUTH_ADMIN_EMAIL and AUTH_ADMIN_PASSWORD, or the credentials in the data folder."
        })
@SuppressWarnings("NullAway.Init") // picocli sets the fields
final class BenchCommand implements Callable<Integer> {

    @Mixin
    private final SuiteOptions options;

    @Option(names = "--quick", description = "Run every measurement once, briefly; the results mean nothing.")
    boolean quick;

    @Option(
            names = "--json",
            paramLabel = "FILE",
            description = "The file that receives the results (default: bench.json in the data folder).")
    @Nullable
    Path json;

    @Option(
            names = "--compare",
            paramLabel = "FILE",
            description = "Print what has changed since these results, which --json has written.")
    @Nullable
    Path before;

    @Option(
            names = "--catalog",
            paramLabel = "N",
            split = ",",
            description = "The numbers of tickets at which the list is timed (default: 100,1000,10000,100000).")
    List<Integer> catalog = new ArrayList<>();

    @Option(
            names = "--chart",
            paramLabel = "FILE",
            description = "The SVG file of the list's times (default: list-time.svg in the data folder).")
    @Nullable
    Path chart;

    BenchCommand(SuiteOptions options) {
        this.options = options;
    }

    @Override
    public Integer call() throws Exception {
        RunningSuite suite = options.suite();
        BenchReport earlier = before == null ? null : BenchReport.read(before);
        BenchPlan plan = quick ? BenchPlan.QUICK : BenchPlan.FULL;
        if (!quick) {
            Bench.identity(suite, admin(suite), options.out());
        }
        BenchReport report = Bench.run(
                suite,
                options.checker(),
                catalog.isEmpty() ? plan : plan.withCatalog(catalog),
                chart == null ? options.data().resolve("list-time.svg") : chart,
                options.clock(),
                options.out());
        report.write(json == null ? options.data().resolve("bench.json") : json);
        if (earlier != null) {
            report.printChanges(earlier, options.out());
        }
        return 0;
    }

    private ApiClient admin(RunningSuite suite) throws IOException {
        String email = System.getenv("AUTH_ADMIN_EMAIL");
        String password = System.getenv("AUTH_ADMIN_PASSWORD");
        if (email == null || password == null) {
            FirstAdmin admin = FirstAdmin.ofRunning(options.data());
            email = admin.email();
            password = admin.password();
        }
        return ApiClient.signIn(suite.gateway(), email, password);
    }
}
