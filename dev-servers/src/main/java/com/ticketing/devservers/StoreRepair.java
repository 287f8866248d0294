package com.ticketing.devservers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Lets a server start on a store whose last record is incomplete, after its disk was full or its machine lost power.
 * The server then cuts that record off; without the option it fails to start.
 *
 * <p>Nothing acknowledged is lost. The server acknowledges a message after it has written and synced it, and a failed
 * write ends the server, so the incomplete record is the last one and its publisher sends it again. In the file of the
 * subscriptions, a lost record causes redelivery.
 */
public final class StoreRepair {

    public static final List<String> OPTIONS = List.of("-file_truncate_bad_eof");

    /** The server creates this file and rejects a second start in a row with the option while it exists. */
    private static final String MARK = ".truncate.lck";

    private StoreRepair() {}

    /** Allows the next start to repair the store. Must be called before each start with the option. */
    public static void allow(Path storeFolder) {
        try {
            Files.deleteIfExists(storeFolder.resolve(MARK));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
