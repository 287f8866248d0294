package com.ticketing.servicetest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The routes of a service, from its OpenAPI description. */
final class ApiRoutes {

    private final JsonNode description;

    private ApiRoutes(JsonNode description) {
        this.description = description;
    }

    /** A route. Its parameters and body are those of the description. */
    record Route(String method, String path, JsonNode operation) {}

    /** Returns no routes if the service has no API. */
    static ApiRoutes of(String service) {
        Path file = Path.of("..", "docs", "openapi", service + ".json");
        try {
            return new ApiRoutes(JsonMapper.shared().readTree(Files.exists(file) ? Files.readString(file) : "{}"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<Route> routes() {
        return description.path("paths").properties().stream()
                .flatMap(path -> path.getValue().properties().stream()
                        .map(operation -> new Route(
                                operation.getKey().toUpperCase(Locale.ROOT), path.getKey(), operation.getValue())))
                .toList();
    }

    /** Follows the schema's reference, if it is one. */
    JsonNode resolve(JsonNode schema) {
        String reference = schema.path("$ref").asString("");
        return reference.isEmpty() ? schema : description.at(reference.substring(1));
    }
}
