package com.ticketing.host.service;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Comparator.comparing;

import com.ticketing.host.process.StoppedException;
import com.ticketing.host.settings.DataFolder;
import com.ticketing.host.settings.FileTrees;
import com.ticketing.host.settings.Services;
import com.ticketing.host.settings.Settings;
import com.ticketing.host.settings.UsageException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;

/**
 * Keeps the services' jars extracted for a fast start, each with an ahead-of-time cache of this JDK once one was
 * trained. An entry's name contains the hash of its jar, so a rebuilt jar is another entry. Entries in use are locked;
 * they are shared by all suites of the machine.
 */
public final class AppCache implements AutoCloseable {

    private static final Duration KEPT_UNUSED = Duration.ofDays(14);
    private static final int KEPT_PER_SERVICE = 4;
    private static final int FIRST_JDK_WITH_AOT_CACHE = 25;

    private final Settings settings;
    private final Clock clock;
    private final Path folder;
    private final Map<Path, FileChannel> locks = new HashMap<>();

    public AppCache(Settings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
        this.folder = settings.cache().resolve("apps");
    }

    /** Returns whether this JDK has ahead-of-time caches and the user has not turned their training off. */
    public boolean canTrain() {
        return Runtime.version().feature() >= FIRST_JDK_WITH_AOT_CACHE
                && !settings.variable("TICKETING_AOT").orElse("on").equals("off");
    }

    /** Returns the service as this checkout has built it. */
    public CachedApp app(String service) {
        return app(settings.home(), service);
    }

    /** Extracts the service's jar if necessary, and locks the entry until this cache is closed. */
    public CachedApp app(Path checkout, String service) {
        Path jar = checkout.resolve(service).resolve("target").resolve(service + ".jar");
        if (!Files.isRegularFile(jar)) {
            throw new UsageException(jar + " does not exist: ./up builds it");
        }
        try {
            Files.createDirectories(folder);
            Path entry = folder.resolve(service + "-" + JarHash.of(jar));
            lock(entry, jar);
            Files.setLastModifiedTime(lockFile(entry), FileTime.from(clock.instant()));
            return new CachedApp(entry.resolve("app").resolve(service + ".jar"), entry.resolve(aotCacheName()), false);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void lock(Path entry, Path jar) throws IOException {
        FileChannel channel;
        synchronized (locks) {
            if (locks.containsKey(entry)) {
                // Another checkout has built the same jar.
                return;
            }
            channel = FileChannel.open(
                    lockFile(entry), StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
            locks.put(entry, channel);
        }
        try {
            lock(channel, entry, jar);
        } catch (IOException | RuntimeException e) {
            synchronized (locks) {
                locks.remove(entry);
            }
            channel.close();
            throw e;
        }
    }

    private void lock(FileChannel channel, Path entry, Path jar) throws IOException {
        var shared = channel.lock(0, Long.MAX_VALUE, true);
        if (!shared.isShared()) {
            throw new IOException("This file system has no shared locks");
        }
        // Another suite may prune the entry at any time before it is locked.
        while (!Files.isDirectory(entry)) {
            shared.release();
            try (var exclusive = channel.lock()) {
                extract(jar, entry, exclusive.isValid());
            }
            shared = channel.lock(0, Long.MAX_VALUE, true);
        }
    }

    /**
     * Deletes entries that no suite uses and that are old, or not among the service's newest. Also deletes the data and
     * the incomplete caches of killed trainings.
     */
    public void prune() {
        Instant oldest = clock.instant().minus(KEPT_UNUSED);
        for (String service : Services.ALL) {
            List<Path> byUse = lockFiles(service);
            for (int i = 0; i < byUse.size(); i++) {
                if (i >= KEPT_PER_SERVICE || lastUse(byUse.get(i)).isBefore(oldest)) {
                    deleteUnlessInUse(byUse.get(i));
                }
                CachedApp.deleteAbandonedRecordings(entry(byUse.get(i)));
            }
        }
        try (DirectoryStream<Path> trainings = Files.newDirectoryStream(settings.cache(), "training-*")) {
            trainings.forEach(AppCache::deleteTraining);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void deleteTraining(Path training) {
        try (DataFolder data = DataFolder.open(training)) {
            FileTrees.delete(data.path());
        } catch (IOException | UsageException inUse) {
            // by a training, or by processes of a killed one that are still ending: a later start deletes the rest
            return;
        }
    }

    @Override
    public void close() {
        for (FileChannel lock : locks.values()) {
            try {
                lock.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private void extract(Path jar, Path entry, boolean locked) throws IOException {
        if (Files.isDirectory(entry) || !locked) {
            return;
        }
        Path next = entry.resolveSibling(entry.getFileName() + ".new");
        FileTrees.delete(next);
        Files.createDirectories(next);
        Path log = next.resolve("extract.log");
        List<String> line = new ArrayList<>(List.of(settings.java().toString(), "-XX:TieredStopAtLevel=1"));
        line.addAll(List.of("-XX:-UsePerfData", "-Djarmode=tools", "-jar", jar.toString(), "extract"));
        line.addAll(List.of("--destination", next.resolve("app").toString()));
        Process process = new ProcessBuilder(line)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        try {
            if (process.waitFor() != 0) {
                throw new IOException(jar + " cannot be extracted, see " + log);
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
            throw new StoppedException();
        }
        Files.move(next, entry);
    }

    /** A cache is valid only for the JVM that wrote it and the same JVM options. */
    private String aotCacheName() {
        CRC32 sum = new CRC32();
        sum.update(String.join(" ", ServiceCommands.jvmOptions(settings)).getBytes(UTF_8));
        sum.update(System.getProperty("java.vm.version", "").getBytes(UTF_8));
        sum.update(System.getProperty("java.vm.vendor", "").getBytes(UTF_8));
        return HexFormat.of().toHexDigits((int) sum.getValue()) + ".aot";
    }

    private List<Path> lockFiles(String service) {
        try (var files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().matches(service + "-[0-9a-f]+\\.lock"))
                    .sorted(comparing(AppCache::lastUse).reversed())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void deleteUnlessInUse(Path lockFile) {
        try (FileChannel channel = FileChannel.open(lockFile, StandardOpenOption.WRITE)) {
            var exclusive = channel.tryLock();
            if (exclusive != null) {
                // The lock file stays: another process may have opened it, and would lock a file that is gone.
                FileTrees.delete(entry(lockFile));
            }
        } catch (OverlappingFileLockException inUseByThisJvm) {
            return;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path lockFile(Path entry) {
        return entry.resolveSibling(entry.getFileName() + ".lock");
    }

    private static Path entry(Path lockFile) {
        String name = lockFile.getFileName().toString();
        return lockFile.resolveSibling(name.substring(0, name.length() - ".lock".length()));
    }

    private static Instant lastUse(Path lockFile) {
        try {
            return Files.getLastModifiedTime(lockFile).toInstant();
        } catch (IOException e) {
            return Instant.EPOCH;
        }
    }
}
