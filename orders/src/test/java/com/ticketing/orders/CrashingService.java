package com.ticketing.orders;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.event.CommandListener;
import com.mongodb.event.CommandStartedEvent;
import com.mongodb.event.CommandSucceededEvent;
import com.ticketing.testsupport.Api;
import com.ticketing.testsupport.Eventually;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.mongodb.autoconfigure.MongoClientSettingsBuilderCustomizer;
import org.springframework.boot.web.server.context.WebServerPortFileWriter;
import org.springframework.context.support.GenericApplicationContext;

/**
 * The service in a JVM of its own. It dies as by SIGKILL when the database has acknowledged a write that contains a
 * text: after the effect, and before the response to the request that caused it.
 */
public final class CrashingService implements AutoCloseable {

    /** The exit status after SIGKILL. */
    public static final int KILLED = 137;

    private final Process process;
    private final Path portFile;

    private CrashingService(Process process, Path portFile) {
        this.process = process;
        this.portFile = portFile;
    }

    static CrashingService start(String textOfWrite, Path folder, Stream<String> settings) throws IOException {
        Path portFile = folder.resolve("port");
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                CrashingService.class.getName(),
                textOfWrite,
                portFile.toString()));
        settings.forEach(command::add);
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log").toFile())
                .start();
        return new CrashingService(process, portFile);
    }

    /** The main method of the JVM: the text, the file for the port, and settings. */
    public static void main(String... arguments) {
        List<String> all = List.of(arguments);
        new SpringApplicationBuilder(OrdersApplication.class)
                .initializers(context -> ((GenericApplicationContext) context)
                        .registerBean(
                                MongoClientSettingsBuilderCustomizer.class,
                                () -> settings -> settings.addCommandListener(new CrashAfterWrite(all.getFirst()))))
                .listeners(new WebServerPortFileWriter(all.get(1)))
                .run(all.subList(2, all.size()).toArray(String[]::new));
    }

    /** Waits until the service accepts requests. */
    public Api awaitApi() {
        Eventually.eventually(() -> {
            assertThat(process.isAlive()).isTrue();
            assertThat(portFile).isNotEmptyFile();
        });
        try {
            return new Api("http://localhost:" + Files.readString(portFile));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Waits for the end and returns the exit status. */
    public int awaitEnd() throws InterruptedException {
        if (!process.waitFor(Eventually.PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
            throw new IllegalStateException("The process did not end");
        }
        return process.exitValue();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }

    private static final class CrashAfterWrite implements CommandListener {

        private final String text;
        private final Set<Integer> writes = ConcurrentHashMap.newKeySet();

        CrashAfterWrite(String text) {
            this.text = text;
        }

        @Override
        public void commandStarted(CommandStartedEvent event) {
            if (event.getCommand().toJson().contains(text)) {
                writes.add(event.getRequestId());
            }
        }

        @Override
        public void commandSucceeded(CommandSucceededEvent event) {
            if (writes.contains(event.getRequestId())) {
                Runtime.getRuntime().halt(KILLED);
            }
        }
    }
}
