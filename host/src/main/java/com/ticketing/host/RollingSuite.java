package com.ticketing.host;

import com.ticketing.host.console.Console;
import com.ticketing.host.service.AppCache;
import com.ticketing.host.service.CachedApp;
import com.ticketing.host.settings.DataFolder;
import com.ticketing.host.settings.Services;
import com.ticketing.host.settings.Settings;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;

/** A suite whose replicas can be replaced, one at a time, by replicas of another build. */
public final class RollingSuite implements AutoCloseable {

    private final DataFolder data;
    private final AppCache cache;
    private final Suite suite;

    private RollingSuite(DataFolder data, AppCache cache, Suite suite) {
        this.data = data;
        this.cache = cache;
        this.suite = suite;
    }

    /**
     * Starts a suite and waits until it is healthy. Its gateway and its servers are those of this build.
     *
     * @param build the checkout whose services run at first
     * @param console for the output of all processes
     */
    public static RollingSuite start(Settings settings, Path build, Console console, Clock clock) {
        DataFolder data = DataFolder.open(settings.options().data());
        AppCache cache = new AppCache(settings, clock);
        try {
            return new RollingSuite(data, cache, startSuite(settings, data, apps(cache, build), console));
        } catch (RuntimeException e) {
            cache.close();
            data.close();
            throw e;
        }
    }

    private static Map<String, CachedApp> apps(AppCache cache, Path build) {
        Map<String, CachedApp> apps = new HashMap<>();
        Services.ALL.forEach(service -> apps.put(service, cache.app(build, service)));
        return apps;
    }

    private static Suite startSuite(Settings settings, DataFolder data, Map<String, CachedApp> apps, Console console) {
        Suite suite = new Suite(settings, data, apps, console, Suite.Purpose.USE);
        try {
            suite.start();
        } catch (RuntimeException e) {
            suite.close();
            throw e;
        }
        return suite;
    }

    /**
     * Replaces a replica as a rolling update does: no requests are sent to it any more, it is stopped, and the other
     * one receives requests when it is healthy.
     *
     * @param replica its name, for example {@code orders-2}
     */
    public void replace(String service, String replica, Path build) {
        suite.replace(replica, cache.app(build, service));
    }

    public String url() {
        return suite.url();
    }

    @Override
    public void close() {
        suite.close();
        cache.close();
        data.close();
    }
}
