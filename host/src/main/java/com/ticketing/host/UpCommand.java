package com.ticketing.host;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.ticketing.host.console.Console;
import com.ticketing.host.console.LogFiles;
import com.ticketing.host.console.Screen;
import com.ticketing.host.process.StoppedException;
import com.ticketing.host.running.RunningSuite;
import com.ticketing.host.settings.DataFolder;
import com.ticketing.host.settings.DataFolderInUseException;
import com.ticketing.host.settings.Settings;
import com.ticketing.host.settings.UpOptions;
import com.ticketing.host.settings.UsageException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Parses the options of {@code ./up} and runs the suite until it is stopped. */
@Command(
        sortOptions = false,
        description = "Starts the whole ticketing suite on this machine and stops it on Ctrl-C.",
        footerHeading = "%nThe services inherit the environment, for example ORDERS_HOLD=PT10S ./up.%n",
        footer = {
            "  NATS_URL                a running NATS Streaming server, instead of one that is found or built",
            "  STRIPE_KEY              a secret key for Stripe, instead of the stand-in",
            "  JWT_KEY                 signs tokens, at least 32 bytes (default: random, kept in the data folder)",
            "  TICKETS_DELIVERY_KEY    encrypts deliveries of tickets, at least 32 bytes",
            "                          (default: random, kept in the data folder)",
            "  ORDERS_PASS_KEYS        signs passes at the entrance (default: random, kept in the data folder)",
            "  TICKETING_CACHE         files that are expensive to make and safe to delete (~/.cache/ticketing)",
            "  TICKETING_JVM_OPTIONS   more options for the services' JVMs, for example -Xmx512m",
            "  TICKETING_AOT           off: do not create the JDK's ahead-of-time cache, which makes later starts faster;",
            "                          now: create it without waiting for an idle CPU"
        })
@SuppressWarnings("NullAway.Init") // picocli sets every field, either to a value or to its default
final class UpCommand implements Callable<Integer> {

    private static final String ALL = "all";
    private static final int MAX_PORT = 65_535;
    private static final int MAX_REPLICAS = 20;
    private static final int MIN_KEY_BYTES = 32;

    private final Path home;
    private final Clock clock;

    @Spec
    private CommandSpec spec;

    private int port;
    private Path data;
    private int replicas;
    private String mongo;

    @Option(names = "--demo", description = "Fill an empty suite with accounts, tickets and orders.")
    private boolean demo;

    @Option(
            names = "--observe",
            description = "Start Prometheus, Jaeger and Grafana, those that are on the PATH or an image in Docker.")
    private boolean observe;

    @Option(
            names = "--logs",
            paramLabel = "PROCESS",
            arity = "0..1",
            split = ",",
            fallbackValue = ALL,
            description = "Start the suite and print the logs of all or of the given processes, for example"
                    + " --logs orders,payments.")
    private List<String> logs = List.of();

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Print this help.")
    boolean help;

    UpCommand(Path home, Clock clock) {
        this.home = home;
        this.clock = clock;
    }

    @Option(
            names = "--port",
            paramLabel = "PORT",
            defaultValue = "8080",
            description = "The one port to open on localhost; 0 picks a free one (default: ${DEFAULT-VALUE}).")
    void port(int value) {
        port = inRange("--port", value, 0, MAX_PORT);
    }

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "The folder for all data; a new folder starts an empty suite (default: .data).")
    void data(String value) {
        check(!value.isBlank(), "--data needs a folder");
        data = Path.of(value);
    }

    @Option(
            names = "--replicas",
            paramLabel = "N",
            defaultValue = "1",
            description = "The number of processes of each service (default: ${DEFAULT-VALUE}).")
    void replicas(int value) {
        replicas = inRange("--replicas", value, 1, MAX_REPLICAS);
    }

    @Option(
            names = "--mongo",
            paramLabel = "WHERE",
            defaultValue = "embedded",
            description = {
                "embedded: needs no installation, for evaluation only (default);",
                "docker: one mongo:8 container per service;",
                "mongodb://...: your own server."
            })
    void mongo(String value) {
        check(
                value.equals("embedded") || value.equals("docker") || value.matches("mongodb(\\+srv)?://.+"),
                "--mongo must be embedded, docker or an address that begins with mongodb://");
        mongo = value;
    }

    /** Returns the parsed options. */
    UpOptions options() {
        Path folder = data == null ? home.resolve(".data") : data;
        return new UpOptions(port, folder.toAbsolutePath().normalize(), replicas, mongo, demo, observe);
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        Settings settings = Settings.of(home, options());
        checkKey(settings, "JWT_KEY");
        checkKey(settings, "TICKETS_DELIVERY_KEY");
        DataFolder folder = open(settings.options().data());
        LogFiles files = new LogFiles(folder.logs());
        Screen screen = new Screen(spec.commandLine().getOut(), Boolean.getBoolean("ticketing.terminal"));
        try {
            new Up(settings, folder, new Console(screen, files::append, this::isStreamed), clock).run();
        } catch (StoppedException e) {
            // The shutdown hook is running; the JVM ends when it returns.
            Thread.currentThread().join();
        }
        return 0;
    }

    private static DataFolder open(Path folder) {
        try {
            return DataFolder.open(folder);
        } catch (DataFolderInUseException e) {
            throw RunningSuite.find(folder)
                    .map(suite -> new UsageException("Already running on " + suite.gateway() + " with the data folder "
                            + folder
                            + "; stop it with Ctrl-C, or choose another folder with --data and another port"
                            + " with --port"))
                    .orElse(e);
        }
    }

    /** Replicas of one service have its name and a number. */
    private boolean isStreamed(String process) {
        return logs.contains(ALL) || logs.contains(process) || logs.contains(process.replaceFirst("-\\d+$", ""));
    }

    /** A service would reject the key at each restart. */
    private void checkKey(Settings settings, String name) {
        settings.variable(name)
                .ifPresent(key -> check(
                        key.getBytes(UTF_8).length >= MIN_KEY_BYTES,
                        name + " is shorter than 32 bytes; create one with: openssl rand -base64 48"));
    }

    private int inRange(String option, int value, int min, int max) {
        check(value >= min && value <= max, option + " must be between " + min + " and " + max + ", not " + value);
        return value;
    }

    private void check(boolean valid, String message) {
        if (!valid) {
            throw new ParameterException(spec.commandLine(), message);
        }
    }
}
