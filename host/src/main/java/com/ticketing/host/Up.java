package com.ticketing.host;

import com.ticketing.host.console.Console;
import com.ticketing.host.demo.DemoData;
import com.ticketing.host.service.AppCache;
import com.ticketing.host.service.CachedApp;
import com.ticketing.host.settings.DataFolder;
import com.ticketing.host.settings.Services;
import com.ticketing.host.settings.Settings;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;

/** Starts a suite, reports when it is ready, and stops it when the JVM is asked to end. */
final class Up {

    private final Settings settings;
    private final DataFolder data;
    private final Console console;
    private final Clock clock;
    private final Deque<AutoCloseable> resources = new ArrayDeque<>();

    /** Takes over the data folder, and closes it with the suite. */
    Up(Settings settings, DataFolder data, Console console, Clock clock) {
        this.settings = settings;
        this.data = register(data);
        this.console = console;
        this.clock = clock;
    }

    /** Does not return until the JVM ends. */
    void run() throws InterruptedException {
        Runtime.getRuntime().addShutdownHook(new Thread(this::close, "shutdown"));
        AppCache cache = register(new AppCache(settings, clock));
        Map<String, CachedApp> apps = apps(cache);
        cache.prune();
        Suite suite = register(new Suite(settings, data, apps, console, Suite.Purpose.USE));
        suite.start();
        showPanel(suite);
        if (cache.canTrain()) {
            register(new AotCacheTrainer(settings, console, clock)).start(apps);
        }
        new CountDownLatch(1).await();
    }

    private void showPanel(Suite suite) {
        console.show("Ready: " + suite.url());
        suite.adminSignIn().ifPresent(admin -> console.show("  Admin   " + admin));
        if (settings.options().demo()) {
            new DemoData(suite.url(), clock, demo -> console.show("  Demo    " + demo)).create();
        }
        suite.observability().forEach(line -> console.show("  " + line));
        console.show("  Logs    " + data.logs() + " (start with --logs to print them here)");
        console.show("  Stop    Ctrl-C");
    }

    private static Map<String, CachedApp> apps(AppCache cache) {
        Map<String, CachedApp> apps = new ConcurrentHashMap<>();
        Services.ALL.parallelStream().forEach(service -> apps.put(service, cache.app(service)));
        return apps;
    }

    private <T extends AutoCloseable> T register(T resource) {
        synchronized (resources) {
            resources.push(resource);
        }
        return resource;
    }

    private void close() {
        synchronized (resources) {
            while (!resources.isEmpty()) {
                try {
                    resources.pop().close();
                } catch (Exception e) {
                    console.report("Error while stopping: " + e);
                }
            }
        }
    }
}
