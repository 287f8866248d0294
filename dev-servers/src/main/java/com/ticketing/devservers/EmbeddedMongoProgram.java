package com.ticketing.devservers;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/** Runs embedded databases in a separate process. */
public final class EmbeddedMongoProgram {

    private EmbeddedMongoProgram() {}

    /**
     * Runs until it is terminated.
     *
     * @param arguments the data folder, then {@code name=port} of each database
     */
    public static void main(String... arguments) throws InterruptedException {
        Path folder = Path.of(arguments[0]);
        List<EmbeddedMongo> servers = new ArrayList<>();
        for (String database : List.of(arguments).subList(1, arguments.length)) {
            int equals = database.indexOf('=');
            int port = Integer.parseInt(database.substring(equals + 1));
            servers.add(EmbeddedMongo.onDisk(port, folder.resolve(database.substring(0, equals) + ".mv.db")));
        }
        Runtime.getRuntime().addShutdownHook(new Thread(() -> servers.forEach(EmbeddedMongo::close), "close"));
        new CountDownLatch(1).await();
    }
}
