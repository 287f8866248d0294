package com.ticketing.acceptance.chaos;

import com.ticketing.acceptance.invariants.RunningSuite;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeoutException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The suite's processes as they are now: each is started again by its supervisor when it dies, under another id. */
final class Processes {

    private static final HttpClient HTTP = HttpClient.newBuilder()
            .proxy(HttpClient.Builder.NO_PROXY)
            .connectTimeout(Duration.ofSeconds(2))
            .build();
    private static final Duration PAUSE = Duration.ofMillis(500);

    private final Path dataFolder;

    Processes(Path dataFolder) {
        this.dataFolder = dataFolder;
    }

    RunningSuite suite() {
        return RunningSuite.on(dataFolder);
    }

    String gateway() throws IOException {
        return running().path("gateway").asString();
    }

    /** The names of the service's replicas, or of another part's one process. */
    List<String> named(String prefix) throws IOException {
        List<String> names = new ArrayList<>();
        for (JsonNode process : running().path("processes")) {
            String name = process.path("name").asString();
            if (name.equals(prefix) || name.startsWith(prefix + "-")) {
                names.add(name);
            }
        }
        return names;
    }

    /** Sends a signal; false if the process is not there just now. */
    boolean signal(String signal, String name) throws IOException, InterruptedException {
        long pid = pid(name);
        return pid > 0
                && new ProcessBuilder("kill", "-" + signal, Long.toString(pid))
                                .redirectErrorStream(true)
                                .start()
                                .waitFor()
                        == 0;
    }

    private long pid(String name) throws IOException {
        for (JsonNode process : running().path("processes")) {
            if (process.path("name").asString().equals(name)) {
                return process.path("pid").asLong();
            }
        }
        return 0;
    }

    /** Returns when every service says that it is well, broker included. */
    void awaitHealthy(Duration patience) throws IOException, InterruptedException, TimeoutException {
        Instant end = Instant.now().plus(patience);
        while (!allHealthy()) {
            if (Instant.now().isAfter(end)) {
                throw new TimeoutException("The suite did not come back within " + patience);
            }
            Thread.sleep(PAUSE);
        }
    }

    private boolean allHealthy() throws IOException, InterruptedException {
        for (JsonNode process : running().path("processes")) {
            if (process.has("management")
                    && !isHealthy(process.path("management").asString())) {
                return false;
            }
        }
        return true;
    }

    private static boolean isHealthy(String management) throws InterruptedException {
        try {
            URI health = URI.create(management).resolve("/actuator/health");
            HttpRequest request = HttpRequest.newBuilder(health)
                    .timeout(Duration.ofSeconds(5))
                    .build();
            var answer = HTTP.send(request, BodyHandlers.ofString());
            return JsonMapper.shared()
                    .readTree(answer.body())
                    .path("status")
                    .asString("")
                    .equals("UP");
        } catch (IOException e) {
            return false;
        }
    }

    private JsonNode running() throws IOException {
        return JsonMapper.shared().readTree(Files.readString(dataFolder.resolve("running.json")));
    }
}
