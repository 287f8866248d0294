package com.ticketing.infra;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The names of the suite's services, read from the file {@code services}, one name per line. */
final class Services {

    static final List<String> ALL = read(Path.of("..", "services"));

    private Services() {}

    private static List<String> read(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
