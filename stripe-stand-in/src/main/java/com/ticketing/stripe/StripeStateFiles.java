package com.ticketing.stripe;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
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
     * Returns what was saved, oldest first. A crash can leave an incomplete last line, whose request got no response;
     * it is left out.
     */
    List<JsonNode> read() {
        try {
            List<JsonNode> saved = new ArrayList<>();
            if (Files.exists(all)) {
                saved.add(JSON.readTree(all));
            }
            if (Files.exists(changes)) {
                String text = new String(Files.readAllBytes(changes), UTF_8);
                text.substring(0, text.lastIndexOf('\n') + 1)
                        .lines()
                        .map(JSON::readTree)
                        .forEach(saved::add);
            }
            return saved;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
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
