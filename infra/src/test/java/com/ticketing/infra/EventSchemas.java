package com.ticketing.infra;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import com.ticketing.common.events.EventJson;
import com.ticketing.common.events.Subject;
import java.lang.reflect.Field;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Describes the event records and the types of their components in JSON Schema. */
final class EventSchemas {

    private static final Map<Class<?>, Map<String, Object>> SCALARS = Map.of(
            String.class, Map.of("type", "string"),
            Instant.class, AsyncApi.ordered("type", "string", "format", "date-time"),
            BigDecimal.class, Map.of("type", "number"),
            Long.class, AsyncApi.ordered("type", "integer", "format", "int64"),
            long.class, AsyncApi.ordered("type", "integer", "format", "int64"),
            boolean.class, Map.of("type", "boolean"),
            Boolean.class, Map.of("type", "boolean"));

    private final Map<String, Object> schemas = new TreeMap<>();

    private EventSchemas() {}

    /** Returns the schemas by name. */
    static Map<String, Object> all() {
        EventSchemas all = new EventSchemas();
        Arrays.stream(Subject.values()).map(Subject::type).forEach(all::add);
        return all.schemas;
    }

    private Map<String, Object> schema(Class<?> type) {
        Map<String, Object> scalar = SCALARS.get(type);
        return scalar != null ? new LinkedHashMap<>(scalar) : AsyncApi.reference("#/components/schemas/" + add(type));
    }

    /** Adds the schema of a record or an enum, and returns its name. */
    private String add(Class<?> type) {
        String name = type.isMemberClass()
                ? type.getDeclaringClass().getSimpleName() + type.getSimpleName()
                : type.getSimpleName();
        schemas.put(name, type.isEnum() ? enumeration(type) : object(type));
        return name;
    }

    private static Map<String, Object> enumeration(Class<?> type) {
        List<String> values = Arrays.stream(type.getFields())
                .filter(Field::isEnumConstant)
                .map(constant -> constant.getAnnotation(JsonProperty.class).value())
                .toList();
        return AsyncApi.ordered(
                "type", "string", "description", EventJavadoc.of(type).summary(), "enum", values);
    }

    private Map<String, Object> object(Class<?> type) {
        Map<String, Object> properties = new LinkedHashMap<>();
        List<String> required = new ArrayList<>();
        addComponents(type, properties, required);
        if (Arrays.stream(Subject.values()).anyMatch(subject -> subject.type() == type)) {
            properties.put(
                    EventJson.TRACEPARENT,
                    AsyncApi.ordered(
                            "type", "string", "description", "The span that raised the event (W3C Trace Context)."));
        }
        return AsyncApi.ordered(
                "type",
                "object",
                "description",
                EventJavadoc.of(type).summary(),
                "required",
                required,
                "properties",
                properties);
    }

    private void addComponents(Class<?> type, Map<String, Object> properties, List<String> required) {
        EventJavadoc javadoc = EventJavadoc.of(type);
        for (RecordComponent component : type.getRecordComponents()) {
            if (component.getAccessor().isAnnotationPresent(JsonUnwrapped.class)) {
                addComponents(component.getType(), properties, required);
                continue;
            }
            Map<String, Object> schema = schema(component.getType());
            javadoc.component(component.getName()).ifPresent(text -> schema.put("description", text));
            properties.put(jsonName(component), schema);
            if (!component.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
                required.add(jsonName(component));
            }
        }
    }

    private static String jsonName(RecordComponent component) {
        JsonProperty property = component.getAccessor().getAnnotation(JsonProperty.class);
        return property == null ? component.getName() : property.value();
    }
}
