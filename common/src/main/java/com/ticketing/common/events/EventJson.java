package com.ticketing.common.events;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.cfg.EnumFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads and writes events as JSON, independently of the application's mapper. Unknown fields are ignored, so that
 * producers can add fields. Absent optional values are omitted.
 */
public final class EventJson {

    /** The field with the W3C trace context. NATS Streaming messages have no headers. */
    public static final String TRACEPARENT = "traceparent";

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .changeDefaultPropertyInclusion(inclusion -> inclusion.withValueInclusion(JsonInclude.Include.NON_NULL))
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(EnumFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
            .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
            .build();

    private EventJson() {}

    /** Writes an event, with the trace context if there is one. */
    public static String write(Event event, @Nullable String traceparent) {
        ObjectNode json = MAPPER.valueToTree(event);
        if (traceparent != null) {
            json.put(TRACEPARENT, traceparent);
        }
        return MAPPER.writeValueAsString(json);
    }

    /**
     * Reads an event.
     *
     * @throws UnreadableEventException if the text is not a JSON object, lacks a required field or has an invalid value
     */
    public static <E extends Event> E read(Class<E> type, String json) {
        try {
            E event = MAPPER.readValue(json, type);
            if (event == null) {
                throw new UnreadableEventException(type.getSimpleName() + " expected, found null");
            }
            RequiredComponents.check((Record) event);
            return event;
        } catch (JacksonException | IllegalArgumentException e) {
            throw new UnreadableEventException(type.getSimpleName() + " unreadable: " + e.getMessage(), e);
        }
    }

    /** Returns the trace context in the JSON of an event; empty if there is none or the text is unreadable. */
    public static Optional<String> traceparent(String json) {
        try {
            JsonNode value = MAPPER.readTree(json).get(TRACEPARENT);
            return value != null && value.isString() ? Optional.of(value.stringValue()) : Optional.empty();
        } catch (JacksonException e) {
            return Optional.empty();
        }
    }
}
