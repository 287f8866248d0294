package com.ticketing.host;

import com.ticketing.host.console.Console;
import com.ticketing.host.demo.DemoData;
import com.ticketing.host.process.StoppedException;
import com.ticketing.host.service.CachedApp;
import com.ticketing.host.settings.DataFolder;
import com.ticketing.host.settings.FileTrees;
import com.ticketing.host.settings.Settings;
import com.ticketing.host.settings.UpOptions;
import com.ticketing.host.settings.UsageException;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Creates the ahead-of-time caches that are missing, in the background: runs a temporary suite at low priority, creates
 * demo data in it, and stops it. Each recording JVM writes the classes that it has loaded and linked when it ends.
 */
final class AotCacheTrainer implements AutoCloseable {

    private static final Duration INTERRUPTED_WITHIN = Duration.ofSeconds(1);

    private final Settings settings;
    private final Console console;
    private final Clock clock;
    private volatile Runnable interrupt = () -> {};
    private volatile boolean closed;

    AotCacheTrainer(Settings settings, Console console, Clock clock) {
        this.settings = settings;
        this.console = console;
        this.clock = clock;
    }

    /** Starts the training if a cache is missing. A failure has no consequence but slower starts. */
    void start(Map<String, CachedApp> apps) {
        Map<String, CachedApp> untrained = new TreeMap<>(apps);
        untrained.values().removeIf(CachedApp::isTrained);
        if (untrained.isEmpty()) {
            return;
        }
        console.show("  Optimizing the next start in the background (takes a few minutes, once for this build).");
        Thread.ofPlatform().daemon().name("training").start(() -> train(apps, untrained));
    }

    private void train(Map<String, CachedApp> apps, Map<String, CachedApp> untrained) {
        long start = System.nanoTime();
        Path log = settings.cache().resolve("training.log");
        try (PrintWriter out = new PrintWriter(Files.newBufferedWriter(log))) {
            Path folder = Files.createTempDirectory(settings.cache(), "training-");
            try {
                runSuite(folder, apps, Console.streaming(out));
            } finally {
                FileTrees.delete(folder);
            }
            keepRecordedCaches(untrained);
            console.log(
                    "Trained in " + Duration.ofNanos(System.nanoTime() - start).toSeconds() + " s");
        } catch (StoppedException e) {
            console.log("Training stopped with the suite");
        } catch (IOException | UncheckedIOException | IllegalStateException | UsageException e) {
            console.report("Training failed, starts remain slow: " + e.getMessage() + " (see " + log + ")");
        }
    }

    @Override
    public void close() {
        closed = true;
        interrupt.run();
    }

    private void runSuite(Path folder, Map<String, CachedApp> apps, Console log) {
        UpOptions options = new UpOptions(0, folder, 1, "embedded", false, false);
        Settings own = new Settings(settings.home(), settings.cache(), options, environment());
        try (DataFolder data = DataFolder.open(folder);
                Suite suite = new Suite(own, data, recording(apps), log, Suite.Purpose.TRAINING)) {
            interrupt = () -> stop(suite, folder);
            if (closed) {
                throw new StoppedException();
            }
            suite.start();
            createDemoData(suite, log);
        }
    }

    private void stop(Suite suite, Path folder) {
        suite.close(INTERRUPTED_WITHIN);
        try {
            FileTrees.delete(folder);
        } catch (IOException e) {
            console.report("Cannot delete " + folder + ": " + e.getMessage());
        }
    }

    /** A cache of the code that ran before a failure is still useful. */
    private void createDemoData(Suite suite, Console log) {
        try {
            new DemoData(suite.url(), clock, log::log).create();
        } catch (UncheckedIOException | IllegalStateException e) {
            log.log("The demo data is incomplete: " + e.getMessage());
        }
    }

    /** Keeps what programs need to run, and none of the user's servers, keys and settings. */
    private Map<String, String> environment() {
        Map<String, String> environment = new HashMap<>(settings.environment());
        environment.keySet().removeIf(name -> !name.matches("PATH|HOME|TMPDIR|LANG|TZ|(LC|XDG|DOCKER|TICKETING)_.*"));
        return environment;
    }

    private static Map<String, CachedApp> recording(Map<String, CachedApp> apps) {
        Map<String, CachedApp> recording = new HashMap<>();
        apps.forEach((service, app) -> recording.put(service, app.isTrained() ? app : app.forRecording()));
        return recording;
    }

    private static void keepRecordedCaches(Map<String, CachedApp> untrained) throws IOException {
        List<String> missing = new ArrayList<>();
        for (Map.Entry<String, CachedApp> app : untrained.entrySet()) {
            if (!app.getValue().keepRecordedCache()) {
                missing.add(app.getKey());
            }
        }
        if (!missing.isEmpty()) {
            throw new IOException("no complete cache was written for " + String.join(", ", missing));
        }
    }
}
