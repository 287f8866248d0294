package com.ticketing.host.console;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.Map;

/**
 * The output of each process in a file of its own, for example {@code orders.log}. A file that has reached its size is
 * kept as {@code orders.1.log}, and replaces the one that was kept before.
 */
public final class LogFiles {

    private static final long SIZE = 10 << 20;

    private final Path folder;
    private final long size;
    private final Map<String, LogFile> files = new HashMap<>();

    public LogFiles(Path folder) throws IOException {
        this(folder, SIZE);
    }

    /** @param size after which a file is replaced, in bytes */
    LogFiles(Path folder, long size) throws IOException {
        this.folder = Files.createDirectories(folder);
        this.size = size;
    }

    /** Appends a line and writes it at once, so that the file is always up to date. */
    public synchronized void append(String process, String line) {
        try {
            LogFile file = files.get(process);
            if (file == null) {
                file = open(process);
            } else if (file.written >= size) {
                file.out.close();
                Files.move(path(process, ""), path(process, ".1"), StandardCopyOption.REPLACE_EXISTING);
                file = open(process);
            }
            file.write(line);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private LogFile open(String process) throws IOException {
        Path path = path(process, "");
        long written = Files.exists(path) ? Files.size(path) : 0;
        OutputStream out = Files.newOutputStream(path, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        LogFile file = new LogFile(out, written);
        files.put(process, file);
        return file;
    }

    private Path path(String process, String suffix) {
        return folder.resolve(process + suffix + ".log");
    }

    private static final class LogFile {

        private final OutputStream out;
        private long written;

        private LogFile(OutputStream out, long written) {
            this.out = out;
            this.written = written;
        }

        private void write(String line) throws IOException {
            byte[] bytes = (line + "\n").getBytes(UTF_8);
            out.write(bytes);
            written += bytes.length;
        }
    }
}
