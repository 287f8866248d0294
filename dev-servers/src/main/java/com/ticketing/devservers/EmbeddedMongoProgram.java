package com.ticketing.devservers;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/** The embedded databases' own process: a folder, and for each database its name and its port. */
public final class EmbeddedMongoProgram {

    private EmbeddedMongoProgram() {}

    public static void main(String... all) throws InterruptedException {
        List<String> arguments = List.of(all);
        Path folder = Path.of(arguments.getFirst());
        List<EmbeddedMongo> servers = new ArrayList<>();
        for (String argument : arguments.subList(1, arguments.size())) {
            int equals = argument.indexOf('=');
            int port = Integer.parseInt(argument.substring(equals + 1));
            servers.add(EmbeddedMongo.onDisk(port, folder.resolve(argument.substring(0, equals) + ".mv.db")));
        }
        Runtime.getRuntime().addShutdownHook(new Thread(() -> servers.forEach(EmbeddedMongo::close), "close"));
        new CountDownLatch(1).await();
    }
}
