package com.ticketing.host.settings;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;

/** The folder that holds all state of a suite. A file lock ensures that only one suite uses it at a time. */
public final class DataFolder implements AutoCloseable {

    private static final int SECRET_BYTES = 48;

    private final Path path;
    private final FileChannel lockFile;

    private DataFolder(Path path, FileChannel lockFile) {
        this.path = path;
        this.lockFile = lockFile;
    }

    /**
     * Creates the folder if necessary and locks it.
     *
     * @throws DataFolderInUseException if another suite has locked it
     * @throws UsageException if it cannot be used
     */
    public static DataFolder open(Path path) {
        try {
            Files.createDirectories(path);
            FileChannel lockFile =
                    FileChannel.open(path.resolve(".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            FileLock lock = lockFile.tryLock();
            if (lock == null) {
                lockFile.close();
                throw new DataFolderInUseException(path);
            }
            DataFolder folder = new DataFolder(path, lockFile);
            // of a suite that was killed
            Files.deleteIfExists(folder.runningFile());
            FileTrees.delete(folder.temporary());
            Files.createDirectories(folder.temporary());
            return folder;
        } catch (IOException e) {
            throw new UsageException("The data folder " + path + " cannot be used: " + e.getMessage());
        }
    }

    public Path path() {
        return path;
    }

    public Path resolve(String name) {
        return path.resolve(name);
    }

    /** The processes' temporary files; emptied at each start. */
    public Path temporary() {
        return path.resolve("tmp");
    }

    /** The output of each process. */
    public Path logs() {
        return path.resolve("logs");
    }

    /** Describes the running suite; exists only while one runs. */
    public Path runningFile() {
        return path.resolve("running.json");
    }

    /** Returns a random secret that is created once and kept, so that tokens outlive a restart. */
    public synchronized String secret(String name) {
        Path file = path.resolve(name);
        try {
            // earlier versions left an empty file if they were interrupted
            if (!Files.exists(file) || Files.size(file) == 0) {
                byte[] random = new byte[SECRET_BYTES];
                new SecureRandom().nextBytes(random);
                replace(file, Base64.getEncoder().encodeToString(random));
            }
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Replaces the file atomically; only its owner can read it. */
    public void replace(Path file, String text) {
        try {
            Path next = file.resolveSibling(file.getFileName() + ".next");
            Files.deleteIfExists(next);
            writePrivate(next, text);
            Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            Files.deleteIfExists(runningFile());
            FileTrees.delete(temporary());
            lockFile.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void writePrivate(Path file, String text) throws IOException {
        var ownerOnly = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
        Files.createFile(file, ownerOnly);
        Files.writeString(file, text);
    }
}
