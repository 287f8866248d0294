package com.ticketing.infra;

import com.ticketing.devservers.CacheFolder;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** Where this machine's programs are: on the path, in the cache folder, where Go puts them, where servers are. */
final class Programs {

    static final Path BUILT = CacheFolder.path().resolve("bin");

    private Programs() {}

    static Optional<String> find(String program) {
        Stream<String> path = Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator));
        Stream<String> others = Stream.of(BUILT.toString(), System.getProperty("user.home") + "/go/bin", "/usr/sbin");
        return Stream.concat(path, others)
                .filter(folder -> !folder.isEmpty())
                .map(folder -> Path.of(folder, program))
                .filter(Files::isExecutable)
                .map(Path::toString)
                .findFirst();
    }
}
