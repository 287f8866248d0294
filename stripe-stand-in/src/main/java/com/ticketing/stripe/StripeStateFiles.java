package com.ticketing.stripe;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.function.BiConsumer;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The stand-in's state in a folder: everything as of the start in {@code stripe.json}, and later changes in
 * {@code stripe-changes.jsonl}, one line per save. So a save takes as long with many objects as with few.
 */
final class StripeStateFiles {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final Path all;
    private final Path changes;

    /** The length of the changes up to the end of the last complete line. */
    private long complete;

    StripeStateFiles(Path folder) {
        this.all = folder.resolve("stripe.json");
        this.changes = folder.resolve("stripe-changes.jsonl");
    }

    /**
     * Reads what was saved, oldest first, one object at a time. A crash can leave an incomplete last line, whose
     * request got no response; it is left out.
     *
     * @param load accepts the name of a list and one of its elements
     */
    void read(BiConsumer<String, JsonNode> load) {
        try {
            if (Files.exists(all)) {
                read(JSON.createParser(all), load);
            }
            if (Files.exists(changes)) {
                readChanges(load);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void readChanges(BiConsumer<String, JsonNode> load) throws IOException {
        boolean complete = endsWithLineFeed(changes);
        // replaces a character that is cut, which Files.newBufferedReader rejects
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(Files.newInputStream(changes), UTF_8))) {
            String line = lines.readLine();
            while (line != null) {
                String next = lines.readLine();
                if (next != null || complete) {
                    read(JSON.createParser(line), load);
                }
                line = next;
            }
        }
    }

    private static void read(JsonParser json, BiConsumer<String, JsonNode> load) {
        try (json) {
            while (json.nextToken() != null) {
                if (json.currentToken() == JsonToken.START_ARRAY) {
                    String list = json.currentName();
                    while (json.nextToken() != JsonToken.END_ARRAY) {
                        load.accept(list, json.readValueAsTree());
                    }
                }
            }
        }
    }

    private static boolean endsWithLineFeed(Path path) throws IOException {
        try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "r")) {
            file.seek(Math.max(0, file.length() - 1));
            return file.read() == '\n';
        }
    }

    /** Saves the whole state in place of all earlier ones. A crash between the two steps loses nothing. */
    void replace(JsonNode state) {
        try {
            Files.createDirectories(all.toAbsolutePath().getParent());
            Path next = all.resolveSibling(all.getFileName() + ".next");
            JSON.writeValue(next, state);
            Files.move(next, all, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            Files.deleteIfExists(changes);
            complete = 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Appends a line, in place of what a failed attempt has left after the last complete one. */
    void append(JsonNode change) {
        try (RandomAccessFile file = new RandomAccessFile(changes.toFile(), "rw")) {
            file.setLength(complete);
            file.seek(complete);
            file.write((change + "\n").getBytes(UTF_8));
            complete = file.getFilePointer();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
