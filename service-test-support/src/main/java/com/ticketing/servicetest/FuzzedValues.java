package com.ticketing.servicetest;

import java.math.BigDecimal;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.util.RawValue;

/**
 * Random values for the schemas of an OpenAPI description: plausible ones, so that requests succeed, mixed with values
 * of other types and with unusual texts and numbers.
 */
final class FuzzedValues {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    /** Of ten values, this many are plausible for their field. */
    private static final int PLAUSIBLE = 7;

    private static final int MAX_KNOWN_IDS = 100;

    private static final List<String> UNUSUAL_TEXTS = List.of(
            "",
            " ",
            "null",
            "0",
            "-1",
            "1e999",
            "true",
            "[]",
            "{\"$gt\":\"\"}",
            "$where",
            "../../etc/passwd",
            "%00",
            "a\u0000b",
            "\n",
            "\u0085",
            "\u202eevil",
            "\u200b",
            "\ufe0f",
            "\u3164",
            "\ufeff",
            "\uffff",
            "\ud83c",
            "\udfab",
            "\ud83c\udfab",
            "I\u0307stanbul \u0130\u00df\ufb01",
            "\u0645\u0631\u062d\u0628\u0627",
            "a" + "\u0301".repeat(200),
            "x".repeat(201),
            "x".repeat(10_000),
            "' OR '1'='1",
            "<script>alert(1)</script>",
            "2026-02-30T25:61:00Z");

    private static final List<String> NUMBERS = List.of(
            "0",
            "-0",
            "-1",
            "1",
            "0.01",
            "0.001",
            "19.99",
            "1000000",
            "1000000.01",
            "2147483648",
            "-9223372036854775809",
            "99999999999999999999999",
            "1e-400",
            "1e400",
            "1e999999999",
            "0.1e-999999999");

    private final Random random;
    private final ApiRoutes routes;
    private final List<String> knownIds = new ArrayList<>();
    private final Map<String, Integer> nextTexts = new HashMap<>();

    FuzzedValues(Random random, ApiRoutes routes) {
        this.random = random;
        this.routes = routes;
    }

    /** Keeps the ids of a response, so that later requests use documents that earlier ones have created. */
    void addIds(JsonNode response) {
        response.findValuesAsString("id").stream()
                .filter(id -> id.matches("[0-9a-f]{24}"))
                .forEach(id -> {
                    if (knownIds.size() < MAX_KNOWN_IDS) {
                        knownIds.add(id);
                    }
                });
    }

    boolean chance(int ofTen) {
        return random.nextInt(10) < ofTen;
    }

    <T> T oneOf(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }

    /** Returns the text of a parameter, percent-encoded. */
    String parameter(String name, JsonNode schema) {
        JsonNode value = value(name, schema);
        // a lone surrogate has no encoding
        return URLEncoder.encode(value.isValueNode() ? value.asString("") : value.toString(), StandardCharsets.UTF_8);
    }

    JsonNode value(String name, JsonNode reference) {
        JsonNode schema = routes.resolve(reference);
        return chance(PLAUSIBLE) ? plausible(name, schema) : unusual(name);
    }

    private JsonNode plausible(String name, JsonNode schema) {
        JsonNode type = schema.path("type");
        return switch (type.isArray() ? type.get(0).asString() : type.asString("")) {
            case "object" -> object(schema);
            case "array" -> JSON.arrayNode().add(value(name, schema.path("items")));
            case "boolean" -> JSON.booleanNode(random.nextBoolean());
            case "integer" -> JSON.numberNode(random.nextInt(5));
            case "number" -> JSON.numberNode(BigDecimal.valueOf(1 + random.nextInt(10_000), 2));
            default -> JSON.stringNode(text(name));
        };
    }

    private String text(String name) {
        return switch (name) {
            case "email" -> "user" + random.nextInt(50) + "@example.com";
            case "password", "current" -> "a good long passphrase";
            case "id", "ticketId", "orderId", "after" -> id();
            case "token" -> "tok_visa";
            case "paymentMethodId" -> "pm_card_visa";
            default -> "Concert " + random.nextInt(1000);
        };
    }

    private String id() {
        return knownIds.isEmpty() || chance(2) ? "%024x".formatted(random.nextLong()) : oneOf(knownIds);
    }

    /** Omits some properties and adds an unknown one at times. */
    private ObjectNode object(JsonNode schema) {
        ObjectNode object = JSON.objectNode();
        schema.path("properties").properties().forEach(property -> {
            if (chance(8)) {
                object.set(property.getKey(), value(property.getKey(), property.getValue()));
            }
        });
        if (chance(1)) {
            object.set(oneOf(UNUSUAL_TEXTS), unusual(""));
        }
        return object;
    }

    private JsonNode unusual(String name) {
        return switch (random.nextInt(8)) {
            case 0 -> JSON.nullNode();
            case 1 -> JSON.booleanNode(random.nextBoolean());
            case 2 -> JSON.arrayNode().add(unusualText(name));
            case 3 -> JSON.objectNode().put("$gt", unusualText(name));
            case 4 -> JSON.rawValueNode(new RawValue(oneOf(NUMBERS)));
            default -> JSON.stringNode(unusualText(name));
        };
    }

    /** Returns the texts in turn for each field, so that none is left to chance. */
    private String unusualText(String name) {
        int next = nextTexts.compute(
                name, (field, last) -> last == null ? random.nextInt(UNUSUAL_TEXTS.size()) : last + 1);
        return UNUSUAL_TEXTS.get(next % UNUSUAL_TEXTS.size());
    }
}
