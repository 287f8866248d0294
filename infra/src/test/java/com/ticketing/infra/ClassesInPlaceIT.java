package com.ticketing.infra;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.ticketing.devservers.CacheFolder;
import com.ticketing.devservers.EmbeddedMongo;
import com.ticketing.devservers.NatsStreamingServer;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.devtools.restart.Restarter;

/**
 * Runs a service as the image of {@code skaffold dev} does, and replaces its classes with
 * {@code infra/images/sync-classes}. A folder takes the place of the container, and a script that of kubectl.
 */
class ClassesInPlaceIT {

    private static final String SERVICE = "expiration";

    /** Determines only how long a failing test takes. */
    private static final Duration TIMEOUT = Duration.ofMinutes(10);

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path container;

    @Test
    void theServiceRestartsInItsProcessWithTheClassesOfTheChangedSources() throws Exception {
        extract("app");
        extract("exploded", "--launcher");
        Path classes = container.resolve("in-place/classes");
        Files.createDirectory(classes.getParent());
        Files.move(container.resolve("exploded/BOOT-INF/classes"), classes);
        try (EmbeddedMongo mongo = EmbeddedMongo.inMemory(0);
                NatsStreamingServer broker =
                        NatsStreamingServer.start(CacheFolder.path(), container.resolve("broker"))) {
            Map<String, String> environment = PackagedService.environment(SERVICE, mongo.uri(SERVICE));
            environment.put("NATS_URL", broker.url());
            environment.put("NATS_CLUSTER_ID", broker.clusterId());
            try (PackagedService service = PackagedService.launch(SERVICE, container, environment, arguments())) {
                awaitStarts(service, 1);
                Path ofDeletedSource = Files.createFile(classes.resolve("Deleted.class"));

                syncClasses();

                awaitStarts(service, 2);
                assertThat(service.process().isAlive()).isTrue();
                assertThat(ofDeletedSource).doesNotExist();
            }
        }
    }

    private void extract(String destination, String... options) {
        List<String> command = new ArrayList<>(List.of(
                PackagedService.JAVA,
                "-Djarmode=tools",
                "-jar",
                PackagedService.jar(SERVICE).toString()));
        command.addAll(List.of(
                "extract", "--destination", container.resolve(destination).toString()));
        command.addAll(List.of(options));
        Executables.run(new ProcessBuilder(command), List.of(0));
    }

    /** Returns the arguments of the image, with the paths of this test. */
    private List<String> arguments() throws IOException, URISyntaxException {
        String options = Checkout.read("infra/images/dev.options");
        String classPath = "/in-place/classes:spring-boot-devtools.jar:lib/*";
        assertThat(options).endsWith("\n" + classPath + "\n");
        Path devTools = Path.of(Restarter.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        Path file = Files.writeString(
                container.resolve("dev.options"),
                options.replace(classPath, "%1$s/in-place/classes:%2$s:%1$s/app/lib/*".formatted(container, devTools)));
        String mainClass = Files.readAllLines(container.resolve("exploded/META-INF/MANIFEST.MF")).stream()
                .filter(line -> line.startsWith("Start-Class: "))
                .map(line -> line.replace("Start-Class: ", ""))
                .findFirst()
                .orElseThrow();
        return List.of("@" + Checkout.path("infra/images/jvm.options"), "@" + file, mainClass);
    }

    private void syncClasses() throws IOException {
        Path kubectl = Files.writeString(container.resolve("kubectl"), """
                #!/bin/sh
                case $* in
                *" get pods "*) echo pod/expiration ;;
                *) for command; do :; done && sh -c "cd '%s' && $(echo "$command" | sed 's|/in-place|in-place|')" ;;
                esac
                """.formatted(container));
        Files.setPosixFilePermissions(kubectl, PosixFilePermissions.fromString("rwx------"));
        ProcessBuilder script =
                new ProcessBuilder(Checkout.path("infra/images/sync-classes").toString(), SERVICE);
        script.environment().put("PATH", container + ":" + System.getenv("PATH"));
        script.environment().put("JAVA_HOME", System.getProperty("java.home"));
        script.environment().put("SKAFFOLD_KUBE_CONTEXT", "kind");
        Executables.run(script, List.of(0));
    }

    private static void awaitStarts(PackagedService service, int starts) {
        await().atMost(TIMEOUT).until(() -> !service.process().isAlive() || countStarts(service.output()) >= starts);
        assertThat(countStarts(service.output())).as(service.output()).isEqualTo(starts);
    }

    private static long countStarts(String output) {
        return output.lines().filter(line -> line.contains("Started ")).count();
    }
}
