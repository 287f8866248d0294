package com.ticketing.host;

import com.ticketing.host.console.Console;
import com.ticketing.host.demo.DemoData;
import com.ticketing.host.service.AppCache;
import com.ticketing.host.service.CachedApp;
import com.ticketing.host.settings.DataFolder;
import com.ticketing.host.settings.Services;
import com.ticketing.host.settings.Settings;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;

/** Starts a suite, reports when it is ready, and stops it when the JVM is asked to end. */
final class Up {

    private static final Duration SERVICES_END_WITHIN = Duration.ofSeconds(30);

    private final Settings settings;
    private final Console console;
    private final Clock clock;
    private final Deque<AutoCloseable> resources = new ArrayDeque<>();

    Up(Settings settings, Console console, Clock clock) {
        this.settings = settings;
        this.console = console;
        this.clock = clock;
    }

    /** Does not return until the JVM ends. */
    void run() throws InterruptedException {
        Runtime.getRuntime().addShutdownHook(new Thread(this::close, "shutdown"));
        DataFolder data = register(DataFolder.open(settings.options().data()));
        AppCache cache = register(new AppCache(settings, clock));
        Map<String, CachedApp> apps = apps(cache);
        if (cache.canTrain()) {
            register(new AotCacheTrainer(settings, console)).train(apps);
        }
        cache.prune();
        Suite suite = register(new Suite(settings, data, apps, console, SERVICES_END_WITHIN));
        suite.start();
        console.printUnprefixed("Ready: " + suite.url());
        if (settings.options().demo()) {
            new DemoData(suite.url(), console::print).create();
        }
        new CountDownLatch(1).await();
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
                    console.print("Error while stopping: " + e);
                }
            }
        }
    }
}
