package com.ticketing.host;

import com.ticketing.host.console.Console;
import com.ticketing.host.demo.Demo;
import com.ticketing.host.service.AppCache;
import com.ticketing.host.settings.DataFolder;
import com.ticketing.host.settings.FileTrees;
import com.ticketing.host.settings.Options;
import com.ticketing.host.settings.Settings;
import com.ticketing.host.settings.UsageException;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * Makes the ahead-of-time caches that are missing: a throwaway suite on servers of its own is used as people use it,
 * and each JVM that was told to writes at its end what it has loaded and compiled.
 */
public final class Trainer implements AutoCloseable {

    private static final Duration INTERRUPTED_WITHIN = Duration.ofSeconds(1);
    private static final Duration WRITTEN_WITHIN = Duration.ofMinutes(3);

    private final Settings settings;
    private final Console console;
    private Runnable end = () -> {};

    public Trainer(Settings settings, Console console) {
        this.settings = settings;
        this.console = console;
    }

    /** A suite that starts slowly is better than none: what fails here is said and done without. */
    public void train(Map<String, AppCache.App> apps) {
        Map<String, AppCache.App> untrained = new TreeMap<>(apps);
        untrained.values().removeIf(AppCache.App::isTrained);
        if (untrained.isEmpty()) {
            return;
        }
        console.say("Training the JDK's ahead-of-time cache, once for this build ("
                + String.join(", ", untrained.keySet()) + ") ...");
        long start = System.nanoTime();
        Path log = settings.cache().resolve("training.log");
        try (PrintStream out = new PrintStream(Files.newOutputStream(log), false, StandardCharsets.UTF_8)) {
            Path folder = Files.createTempDirectory(settings.cache(), "training-");
            try {
                useASuite(folder, apps, new Console(out));
            } finally {
                FileTrees.delete(folder);
            }
            for (AppCache.App app : untrained.values()) {
                keep(app);
            }
            console.say(
                    "Trained in " + Duration.ofNanos(System.nanoTime() - start).toSeconds() + " s");
        } catch (IOException | UncheckedIOException | IllegalStateException | UsageException e) {
            console.say("Not trained, so the start is slower: " + e.getMessage() + " (see " + log + ")");
        }
    }

    @Override
    public void close() {
        end.run();
    }

    private void useASuite(Path folder, Map<String, AppCache.App> apps, Console log) {
        Options options = new Options(0, folder, 1, "embedded", false, false);
        Settings own = new Settings(settings.home(), settings.cache(), options, environment());
        try (DataFolder data = DataFolder.open(folder);
                Suite suite = new Suite(own, data, recording(apps), log, WRITTEN_WITHIN)) {
            end = () -> interrupt(suite, folder);
            suite.start();
            use(suite, log);
        }
    }

    private void interrupt(Suite suite, Path folder) {
        suite.close(INTERRUPTED_WITHIN);
        try {
            FileTrees.delete(folder);
        } catch (IOException e) {
            console.say("Left behind: " + folder);
        }
    }

    /** What it did until something failed is still worth keeping. */
    private static void use(Suite suite, Console log) {
        try {
            new Demo(suite.url(), log::say).fill();
        } catch (UncheckedIOException | IllegalStateException e) {
            log.say("Not used to the end: " + e.getMessage());
        }
    }

    /** Nothing of the person's own servers, keys and choices. */
    private Map<String, String> environment() {
        Map<String, String> environment = new HashMap<>(settings.environment());
        environment
                .keySet()
                .removeIf(name -> name.matches("(NATS|STRIPE|JWT|ORDERS|MANAGEMENT|SPRING|SERVER|AUTH)_.*"));
        return environment;
    }

    private static Map<String, AppCache.App> recording(Map<String, AppCache.App> apps) {
        Map<String, AppCache.App> recording = new HashMap<>();
        apps.forEach((service, app) -> recording.put(service, app.isTrained() ? app : app.recording()));
        return recording;
    }

    private static void keep(AppCache.App app) throws IOException {
        if (!Files.isRegularFile(app.beingTrained())) {
            throw new IOException("no cache was written for " + app.jar().getFileName());
        }
        Files.move(app.beingTrained(), app.trained(), StandardCopyOption.ATOMIC_MOVE);
    }
}
