package com.ticketing.acceptance;

import com.ticketing.acceptance.invariants.Checker;
import com.ticketing.acceptance.invariants.Finding;
import com.ticketing.acceptance.upgrade.Release;
import com.ticketing.acceptance.upgrade.ReleaseBuilds;
import com.ticketing.acceptance.upgrade.Upgrade;
import com.ticketing.devservers.CacheFolder;
import com.ticketing.host.RollingSuite;
import com.ticketing.host.console.Console;
import com.ticketing.host.payment.PaymentProvider;
import com.ticketing.host.running.RunningSuite;
import com.ticketing.host.settings.FileTrees;
import com.ticketing.host.settings.Settings;
import com.ticketing.host.settings.UpOptions;
import com.ticketing.host.settings.UsageException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code ./suite upgrade}. */
@Command(
        sortOptions = false,
        description =
                "Starts a suite of its own in a released version, and replaces its replicas one by one by this version "
                        + "and back again under load; then checks the invariants.",
        footer = {
            "",
            "The services inherit the environment. The upgrade needs the history of the checkout and its build."
        })
@SuppressWarnings("NullAway.Init") // picocli sets the fields
final class UpgradeCommand implements Callable<Integer> {

    private static final int REPLICAS = 2;

    /** Short times, so that holds expire and messages are redelivered during the run; the environment wins. */
    private static final Map<String, String> SETTINGS =
            Map.of("ORDERS_HOLD", "PT8S", "MESSAGING_ACK_WAIT", "PT3S", "SHUTDOWN_DRAIN", "PT1S");

    private final Path home;
    private final Clock clock;

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--from",
            paramLabel = "COMMIT",
            description = "The earlier version (default: the commit of the latest version in CHANGELOG.md).")
    @Nullable
    String from;

    @Option(
            names = "--seconds",
            paramLabel = "N",
            defaultValue = "20",
            description = "The seconds under load after each round of replacements (default: ${DEFAULT-VALUE}).")
    int seconds;

    @Option(
            names = "--replaced",
            paramLabel = "N",
            defaultValue = "2",
            description = "The replicas of each service that the upgrade and its rollback replace, 1 or 2 "
                    + "(default: ${DEFAULT-VALUE}).")
    int replaced;

    @Option(
            names = "--users",
            paramLabel = "N",
            defaultValue = "12",
            description = "The number of concurrent users (default: ${DEFAULT-VALUE}).")
    int users;

    @Option(
            names = "--seed",
            paramLabel = "N",
            description = "Repeats the order of services and the users' choices (default: random).")
    long seed = ThreadLocalRandom.current().nextLong(1_000_000);

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description =
                    "A new folder for the suite's data and log (default: a temporary one, kept after a violation).")
    @Nullable
    Path data;

    UpgradeCommand(Path home, Clock clock) {
        this.home = home.toAbsolutePath().normalize();
        this.clock = clock;
    }

    @Override
    public Integer call() throws Exception {
        try {
            return upgrade();
        } catch (UsageException e) {
            throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
        }
    }

    private int upgrade() throws Exception {
        if (replaced < 1 || replaced > REPLICAS) {
            throw new UsageException("--replaced must be 1 or " + REPLICAS);
        }
        Release release = from == null ? Release.latest(home.resolve("CHANGELOG.md")) : new Release(from, from);
        Path cache = CacheFolder.path().toAbsolutePath();
        Path earlier = new ReleaseBuilds(home, cache, out()::println).of(release.commit());
        Path folder = data == null ? Files.createTempDirectory("upgrade-") : data.toAbsolutePath();
        out().println("from=" + release.version() + " seed=" + seed + " seconds=" + seconds + " replaced=" + replaced
                + " users=" + users + " data=" + folder);
        List<Finding> findings = run(release, earlier, cache, folder);
        findings.forEach(finding -> out().println(finding.report()));
        boolean clean = findings.stream().allMatch(Finding::holds);
        if (clean && data == null) {
            FileTrees.delete(folder);
        }
        return clean ? 0 : SuiteOptions.INVARIANT_VIOLATED;
    }

    private List<Finding> run(Release release, Path earlier, Path cache, Path folder) throws Exception {
        Map<String, String> environment = new HashMap<>(SETTINGS);
        environment.putAll(System.getenv());
        Path suiteData = folder.resolve("data");
        Settings settings =
                new Settings(home, cache, new UpOptions(0, suiteData, REPLICAS, "embedded", false, false), environment);
        Files.createDirectories(folder);
        try (PrintWriter suiteLog = new PrintWriter(Files.newBufferedWriter(folder.resolve("suite.log")));
                RollingSuite suite = RollingSuite.start(settings, earlier, Console.streaming(suiteLog), clock)) {
            Checker checker = new Checker(RunningSuite.on(suiteData), PaymentProvider.STAND_IN_KEY, clock);
            return new Upgrade(suite, suiteData, checker, seed, users, out()::println)
                    .run(
                            new Upgrade.Build(release.version(), earlier),
                            new Upgrade.Build("this version", home),
                            replaced,
                            Duration.ofSeconds(seconds));
        }
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }
}
