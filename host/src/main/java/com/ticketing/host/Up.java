package com.ticketing.host;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.ticketing.host.console.Console;
import com.ticketing.host.demo.Demo;
import com.ticketing.host.service.AppCache;
import com.ticketing.host.settings.DataFolder;
import com.ticketing.host.settings.Services;
import com.ticketing.host.settings.Settings;
import com.ticketing.host.settings.UsageException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;

/** The one command: start everything, say so, and end everything when told to. */
public final class Up {

    private static final Duration SERVICES_END_WITHIN = Duration.ofSeconds(8);

    private static final int MIN_KEY_BYTES = 32;

    private final Settings settings;
    private final Console console;
    private final Deque<AutoCloseable> opened = new ArrayDeque<>();

    public Up(Settings settings, Console console) {
        this.settings = settings;
        this.console = console;
    }

    public void run() throws InterruptedException {
        Runtime.getRuntime().addShutdownHook(new Thread(this::end, "end"));
        checkJwtKey();
        DataFolder data = opened(DataFolder.open(settings.options().data()));
        AppCache cache = opened(new AppCache(settings));
        Map<String, AppCache.App> apps = apps(cache);
        if (cache.canTrain()) {
            opened(new Trainer(settings, console)).train(apps);
        }
        cache.prune();
        Suite suite = opened(new Suite(settings, data, apps, console, SERVICES_END_WITHIN));
        suite.start();
        console.bare("Ready: " + suite.url());
        if (settings.options().demo()) {
            new Demo(suite.url(), console::say).fill();
        }
        new CountDownLatch(1).await();
    }

    private static Map<String, AppCache.App> apps(AppCache cache) {
        Map<String, AppCache.App> apps = new ConcurrentHashMap<>();
        Services.ALL.parallelStream().forEach(service -> apps.put(service, cache.app(service)));
        return apps;
    }

    /** The services would refuse it too, again and again. */
    private void checkJwtKey() {
        settings.variable("JWT_KEY")
                .filter(key -> key.getBytes(UTF_8).length < MIN_KEY_BYTES)
                .ifPresent(key -> {
                    throw new UsageException(
                            "JWT_KEY is shorter than 32 bytes; make one with: openssl rand -base64 48");
                });
    }

    private <T extends AutoCloseable> T opened(T part) {
        synchronized (opened) {
            opened.push(part);
        }
        return part;
    }

    private void end() {
        synchronized (opened) {
            while (!opened.isEmpty()) {
                try {
                    opened.pop().close();
                } catch (Exception e) {
                    console.say("While stopping: " + e);
                }
            }
        }
    }
}
