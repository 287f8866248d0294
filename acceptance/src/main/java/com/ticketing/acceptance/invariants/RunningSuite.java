package com.ticketing.acceptance.invariants;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Where the parts of a suite are.
 *
 * @param gateway where people ask
 * @param databases the address of each service's database
 * @param monitorUrl the broker's own HTTP port
 * @param stripeUrl the stand-in for Stripe; empty where the real one is used
 */
public record RunningSuite(
        String gateway,
        Map<String, String> databases,
        String brokerUrl,
        String clusterId,
        String monitorUrl,
        String channelPrefix,
        Optional<String> stripeUrl) {

    /** The suite that {@code ./up} runs on the given data folder. */
    public static RunningSuite on(Path dataFolder) {
        Path file = dataFolder.resolve("running.json");
        try {
            return from(JsonMapper.shared().readTree(Files.readString(file)));
        } catch (IOException e) {
            throw new UncheckedIOException("No suite runs on " + dataFolder, e);
        }
    }

    private static RunningSuite from(JsonNode running) {
        Map<String, String> databases = new HashMap<>();
        running.path("mongo").forEachEntry((service, uri) -> databases.put(service, uri.asString()));
        JsonNode broker = running.path("broker");
        return new RunningSuite(
                running.path("gateway").asString(),
                databases,
                broker.path("url").asString(),
                broker.path("clusterId").asString(),
                broker.path("monitor").asString(),
                broker.path("channelPrefix").asString(""),
                Optional.ofNullable(running.get("stripe")).map(JsonNode::asString));
    }
}
