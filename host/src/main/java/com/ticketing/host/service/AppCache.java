package com.ticketing.host.service;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Comparator.comparing;

import com.ticketing.host.settings.FileTrees;
import com.ticketing.host.settings.Services;
import com.ticketing.host.settings.Settings;
import com.ticketing.host.settings.StoppedException;
import com.ticketing.host.settings.UsageException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.ZipFile;

/**
 * The services' jars, unpacked for a quick start, each with an ahead-of-time cache of this JDK if one was trained. An
 * entry is named after the jar's content: one that is built anew is another entry.
 */
public final class AppCache implements AutoCloseable {

    private static final Duration KEPT_UNUSED = Duration.ofDays(14);
    private static final int KEPT_PER_SERVICE = 4;
    private static final int FIRST_JDK_WITH_AOT_CACHE = 25;
    private static final int HASH_DIGITS = 16;

    private final Settings settings;
    private final Path folder;
    private final List<FileChannel> inUse = new ArrayList<>();

    public AppCache(Settings settings) {
        this.settings = settings;
        this.folder = settings.cache().resolve("apps");
    }

    /** How to start a service from the cache. */
    public record App(Path jar, Path trained, boolean records) {

        public boolean isTrained() {
            return Files.isRegularFile(trained);
        }

        /** The same, but to be run for training. */
        public App recording() {
            return new App(jar, trained, true);
        }

        public Path beingTrained() {
            return trained.resolveSibling(
                    trained.getFileName() + "." + ProcessHandle.current().pid());
        }

        List<String> options() {
            if (records) {
                return List.of("-XX:AOTCacheOutput=" + beingTrained());
            }
            return isTrained() ? List.of("-XX:AOTCache=" + trained) : List.of();
        }
    }

    public boolean canTrain() {
        return Runtime.version().feature() >= FIRST_JDK_WITH_AOT_CACHE
                && !settings.variable("TICKETING_AOT").orElse("on").equals("off");
    }

    /** Held until this cache is closed, so that no other suite prunes it. */
    public App app(String service) {
        Path jar = settings.home().resolve(service).resolve("target").resolve(service + ".jar");
        try {
            if (!Files.isRegularFile(jar)) {
                throw new UsageException("There is no " + jar + ": build it first, ./up does");
            }
            Files.createDirectories(folder);
            Path entry = folder.resolve(service + "-" + hash(jar).substring(0, HASH_DIGITS));
            FileChannel lock = FileChannel.open(
                    lockOf(entry), StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
            synchronized (inUse) {
                inUse.add(lock);
            }
            if (!Files.isDirectory(entry)) {
                try (var alone = lock.lock()) {
                    extract(jar, entry, alone.isValid());
                }
            }
            var shared = lock.lock(0, Long.MAX_VALUE, true);
            if (!shared.isShared()) {
                throw new IOException("This file system has no shared locks");
            }
            Files.setLastModifiedTime(lockOf(entry), FileTime.from(Instant.now()));
            return new App(entry.resolve("app").resolve(service + ".jar"), entry.resolve(trainedName()), false);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Forgets entries that nobody uses and that are old, or not among a service's latest. */
    public void prune() {
        for (String service : Services.ALL) {
            List<Path> locks = locksOf(service);
            for (int i = 0; i < locks.size(); i++) {
                if (i >= KEPT_PER_SERVICE
                        || lastUse(locks.get(i)).isBefore(Instant.now().minus(KEPT_UNUSED))) {
                    deleteUnlessInUse(locks.get(i));
                }
            }
        }
    }

    @Override
    public void close() {
        for (FileChannel lock : inUse) {
            try {
                lock.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    private void extract(Path jar, Path entry, boolean alone) throws IOException {
        if (Files.isDirectory(entry) || !alone) {
            return;
        }
        Path next = entry.resolveSibling(entry.getFileName() + ".new");
        FileTrees.delete(next);
        Files.createDirectories(next);
        Process process = new ProcessBuilder(
                        settings.java().toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:-UsePerfData",
                        "-Djarmode=tools",
                        "-jar",
                        jar.toString(),
                        "extract",
                        "--destination",
                        next.resolve("app").toString())
                .redirectErrorStream(true)
                .redirectOutput(next.resolve("extract.log").toFile())
                .start();
        try {
            if (process.waitFor() != 0) {
                throw new IOException(jar + " cannot be unpacked, see " + next.resolve("extract.log"));
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
            throw new StoppedException();
        }
        Files.move(next, entry);
    }

    /** A cache fits the JVM that made it, and the same options. */
    private String trainedName() {
        CRC32 sum = new CRC32();
        sum.update(String.join(" ", ServiceCommands.jvmOptions(settings)).getBytes(UTF_8));
        sum.update(System.getProperty("java.vm.version", "").getBytes(UTF_8));
        sum.update(System.getProperty("java.vm.vendor", "").getBytes(UTF_8));
        return HexFormat.of().toHexDigits((int) sum.getValue()) + ".aot";
    }

    private List<Path> locksOf(String service) {
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
            var alone = channel.tryLock();
            if (alone != null) {
                String name = lockFile.getFileName().toString();
                FileTrees.delete(lockFile.resolveSibling(name.substring(0, name.length() - ".lock".length())));
                Files.delete(lockFile);
            }
        } catch (OverlappingFileLockException inUseHere) {
            return;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path lockOf(Path entry) {
        return entry.resolveSibling(entry.getFileName() + ".lock");
    }

    private static Instant lastUse(Path lockFile) {
        try {
            return Files.getLastModifiedTime(lockFile).toInstant();
        } catch (IOException e) {
            return Instant.EPOCH;
        }
    }

    /** Of each entry's name, size and checksum: all of the content and none of the times, and read in no time. */
    private static String hash(Path jar) throws IOException {
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            zip.stream()
                    .map(entry -> entry.getName() + " " + entry.getSize() + " " + entry.getCrc() + "\n")
                    .sorted()
                    .forEach(line -> digest.update(line.getBytes(UTF_8)));
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
