package com.ticketing.acceptance.upgrade;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.ticketing.host.settings.FileTrees;
import com.ticketing.host.settings.Services;
import com.ticketing.host.settings.UsageException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** The services' jars of earlier commits, each built once and kept in the cache folder. */
public final class ReleaseBuilds {

    /** The sources of a release have passed their checks and tests. */
    private static final List<String> PACKAGE = List.of(
            "-q",
            "-Dmaven.test.skip=true",
            "-Dspotless.check.skip=true",
            "-Denforcer.skip=true",
            "-Djacoco.skip=true",
            "-Dclient.skip",
            "-pl",
            String.join(",", Services.ALL),
            "package");

    private static final String SMALL_JVM = "-Xmx512m -XX:+UseSerialGC -XX:TieredStopAtLevel=1";

    private final Path home;
    private final Path folder;
    private final Consumer<String> log;

    /**
     * Uses a checkout and a cache folder.
     *
     * @param home a checkout with the history of its commits
     */
    public ReleaseBuilds(Path home, Path cache, Consumer<String> log) {
        this.home = home;
        this.folder = cache.resolve("releases");
        this.log = log;
    }

    /**
     * Returns a folder with the jars of the commit's services in the places where the build of a checkout puts them.
     *
     * @throws UsageException if the checkout does not contain the commit, or the commit cannot be built
     */
    public Path of(String commit) throws IOException, InterruptedException {
        String id = resolve(commit);
        Path build = folder.resolve(id);
        if (Files.isDirectory(build)) {
            return build;
        }
        log.accept("Building the services of " + id + ", once ...");
        long start = System.nanoTime();
        Files.createDirectories(folder);
        Path sources = Files.createTempDirectory(folder, "sources-");
        try {
            export(id, sources);
            compile(sources);
            keepJars(sources, build);
        } finally {
            FileTrees.delete(sources);
        }
        log.accept("Built in " + (System.nanoTime() - start) / 1_000_000_000 + " s");
        return build;
    }

    private String resolve(String commit) throws IOException, InterruptedException {
        Process git = new ProcessBuilder("git", "rev-parse", "--verify", "--quiet", commit + "^{commit}")
                .directory(home.toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String id = new String(git.getInputStream().readAllBytes(), UTF_8).strip();
        if (git.waitFor() != 0) {
            throw new UsageException("The commit " + commit + " is not in the history of " + home
                    + ": fetch the whole history with git fetch --unshallow");
        }
        return id;
    }

    private void export(String id, Path sources) throws IOException, InterruptedException {
        Path archive = sources.resolve("sources.tar");
        run(home, Map.of(), List.of("git", "archive", "--output", archive.toString(), id), "export");
        run(sources, Map.of(), List.of("tar", "-xf", archive.toString()), "export");
    }

    /** First without the network: the local repository has what both versions use. */
    private void compile(Path sources) throws IOException, InterruptedException {
        Map<String, String> environment = Map.of("JAVA_HOME", System.getProperty("java.home"), "MAVEN_OPTS", SMALL_JVM);
        List<String> offline = new ArrayList<>(List.of("./mvnw", "-o"));
        offline.addAll(PACKAGE);
        if (status(sources, environment, offline) != 0) {
            log.accept("Building with the network ...");
            List<String> online = new ArrayList<>(List.of("./mvnw"));
            online.addAll(PACKAGE);
            run(sources, environment, online, "build");
        }
    }

    private static void keepJars(Path sources, Path build) throws IOException {
        Path next = sources.resolve("jars");
        for (String service : Services.ALL) {
            Path jar = Path.of(service, "target", service + ".jar");
            Files.createDirectories(next.resolve(jar).getParent());
            Files.move(sources.resolve(jar), next.resolve(jar));
        }
        if (!Files.isDirectory(build)) {
            Files.move(next, build);
        }
    }

    private void run(Path directory, Map<String, String> environment, List<String> command, String step)
            throws IOException, InterruptedException {
        if (status(directory, environment, command) != 0) {
            throw new UsageException("The " + step + " of the earlier version failed: " + String.join(" ", command));
        }
    }

    private static int status(Path directory, Map<String, String> environment, List<String> command)
            throws IOException, InterruptedException {
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(directory.toFile()).inheritIO();
        builder.environment().putAll(environment);
        return builder.start().waitFor();
    }
}
