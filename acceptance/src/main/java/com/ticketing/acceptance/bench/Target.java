package com.ticketing.acceptance.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Where the parts of the suite to be measured are. */
record Target(JsonNode running) {

    static Target on(Path dataFolder) {
        Path file = dataFolder.resolve("running.json");
        try {
            return new Target(JsonMapper.shared().readTree(Files.readString(file)));
        } catch (IOException e) {
            throw new UncheckedIOException("No suite runs on " + dataFolder + ": start it with ./up", e);
        }
    }

    String gateway() {
        return running.path("gateway").asString();
    }

    String ticketsService() {
        return addresses("tickets").getFirst();
    }

    /** Each process of the service. */
    List<String> addresses(String service) {
        return services().stream()
                .filter(process -> process.path("service").asString().equals(service))
                .map(process -> "http://127.0.0.1:" + process.path("port").asInt())
                .toList();
    }

    String ticketsDatabase() {
        return running.path("mongo").path("tickets").asString();
    }

    String brokerUrl() {
        return running.path("broker").path("url").asString();
    }

    String clusterId() {
        return running.path("broker").path("clusterId").asString();
    }

    /** One line for each service process: its name and its resident memory. */
    List<String> memory() {
        return services().stream()
                .map(process -> "%-14s %4d MB"
                        .formatted(
                                process.path("name").asString(),
                                residentMegabytes(process.path("pid").asLong())))
                .toList();
    }

    private List<JsonNode> services() {
        return StreamSupport.stream(running.path("processes").spliterator(), false)
                .filter(process -> process.has("service"))
                .toList();
    }

    private static long residentMegabytes(long pid) {
        try (var lines = Files.lines(Path.of("/proc/" + pid + "/status"))) {
            return lines.filter(line -> line.startsWith("VmRSS:"))
                            .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                            .findFirst()
                            .orElse(0)
                    / 1024;
        } catch (IOException e) {
            // No /proc here, or the process has just ended.
            return 0;
        }
    }
}
