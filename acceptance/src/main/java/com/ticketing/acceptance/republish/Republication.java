package com.ticketing.acceptance.republish;

import com.ticketing.host.api.ApiClient;
import com.ticketing.host.api.ApiResponse;
import com.ticketing.host.process.Deadline;
import com.ticketing.host.process.Poll;
import com.ticketing.host.running.RunningProcess;
import com.ticketing.host.running.RunningSuite;
import com.ticketing.host.settings.Services;
import com.ticketing.host.settings.UsageException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Has every service of a running suite publish the current state of its aggregates again. */
public final class Republication {

    private static final String PATH = "/actuator/republish";
    private static final Duration INTERVAL = Duration.ofMillis(500);

    private final Path dataFolder;
    private final String managementToken;

    private Republication(Path dataFolder, String managementToken) {
        this.dataFolder = dataFolder;
        this.managementToken = managementToken;
    }

    /**
     * Prepares the republication of the suite that uses the data folder.
     *
     * @param givenToken the suite's own {@code MANAGEMENT_TOKEN}; null if {@code ./up} has created it
     * @throws UsageException if the token is not known
     */
    public static Republication of(Path dataFolder, @Nullable String givenToken) {
        try {
            return new Republication(
                    dataFolder,
                    givenToken != null
                            ? givenToken
                            : Files.readString(dataFolder.resolve("management-token"))
                                    .strip());
        } catch (IOException e) {
            throw new UsageException(
                    "The suite was started with its own MANAGEMENT_TOKEN: set the same MANAGEMENT_TOKEN for this command");
        }
    }

    /** Starts the republication in every service, again if one is running. Waits for services that are restarted. */
    public void begin(Duration timeout) throws TimeoutException {
        Deadline deadline = Deadline.in(timeout);
        for (String service : Services.ALL) {
            await(
                    deadline,
                    service,
                    () -> request(service, management -> management.post(PATH, Map.of()))
                            .isPresent());
        }
    }

    /** Waits until every service has published all its aggregates. */
    public void awaitFinished(Duration timeout) throws TimeoutException {
        Deadline deadline = Deadline.in(timeout);
        for (String service : Services.ALL) {
            await(
                    deadline,
                    service,
                    () -> request(service, management -> management.get(PATH))
                            .filter(Republication::isFinished)
                            .isPresent());
        }
    }

    private static boolean isFinished(JsonNode progress) {
        List<JsonNode> collections = progress.path("collections").valueStream().toList();
        return collections.stream().allMatch(collection -> collection.hasNonNull("finishedAt"));
    }

    private interface Request {
        ApiResponse send(ApiClient management);
    }

    /** Returns empty if no replica answers, because a fault affects the service at the moment. */
    private Optional<JsonNode> request(String service, Request request) {
        for (RunningProcess replica : RunningSuite.on(dataFolder).replicas(service)) {
            ApiClient management = ApiClient.anonymous(Objects.requireNonNull(replica.management()))
                    .with("Authorization", "Bearer " + managementToken);
            try {
                ApiResponse response = request.send(management);
                if (response.status() == 200) {
                    return Optional.of(response.json());
                }
            } catch (UncheckedIOException e) {
                // The next replica may answer.
            }
        }
        return Optional.empty();
    }

    private static void await(Deadline deadline, String service, BooleanSupplier condition) throws TimeoutException {
        if (!Poll.until(deadline, INTERVAL, condition::getAsBoolean)) {
            throw new TimeoutException("The republication of " + service + " has not finished in time");
        }
    }
}
