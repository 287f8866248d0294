package com.ticketing.host.running;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.ticketing.host.settings.DataFolder;
import com.ticketing.host.settings.UsageException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * A running suite, as {@code running.json} in its data folder describes it for tools, tests and operators. The file may
 * also be written by hand for a suite that runs elsewhere; missing values are empty.
 *
 * @param gateway the address that users open
 * @param pid the process id of the host
 * @param ready whether every service was healthy once
 * @param stripe the address of the Stripe stand-in; null with the real Stripe
 * @param mongo the address of each service's database
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RunningSuite(
        String gateway,
        long pid,
        boolean ready,
        RunningBroker broker,
        @Nullable String stripe,
        Map<String, String> mongo,
        List<RunningProcess> processes) {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(SerializationFeature.INDENT_OUTPUT)
            .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .build();

    public RunningSuite {
        gateway = Objects.requireNonNullElse(gateway, "");
        processes = List.copyOf(Objects.requireNonNullElse(processes, List.of()));
    }

    /**
     * Reads the suite that uses the data folder.
     *
     * @throws UsageException if no running suite uses it
     */
    public static RunningSuite on(Path dataFolder) {
        return find(dataFolder)
                .orElseThrow(() ->
                        new UsageException("No suite runs on the data folder " + dataFolder + ": start one with ./up"));
    }

    /** Reads the suite that uses the data folder, if one does and has described itself. */
    public static Optional<RunningSuite> find(Path dataFolder) {
        try {
            return Optional.of(
                    JSON.readValue(Files.readString(dataFolder.resolve("running.json")), RunningSuite.class));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    public void writeTo(DataFolder data) {
        data.replace(data.runningFile(), JSON.writeValueAsString(this) + "\n");
    }

    /** Returns the database address of a service. */
    public String database(String service) {
        return Optional.ofNullable(mongo.get(service))
                .orElseThrow(() -> new UsageException("The database of " + service + " is not known"));
    }

    /** Returns every replica of a service. */
    public List<RunningProcess> replicas(String service) {
        return processes.stream()
                .filter(process -> service.equals(process.service()))
                .toList();
    }

    /** Returns every replica of every service. */
    public List<RunningProcess> services() {
        return processes.stream().filter(process -> process.service() != null).toList();
    }

    /** Returns the process with the name, for example {@code orders-2} or {@code nats}. */
    public Optional<RunningProcess> process(String name) {
        return processes.stream().filter(process -> process.name().equals(name)).findFirst();
    }
}
