package com.ticketing.common.events;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.lang.reflect.RecordComponent;
import org.jspecify.annotations.Nullable;

/** Checks that an event has all components without {@code @Nullable}, also in nested records. */
final class RequiredComponents {

    private RequiredComponents() {}

    static void check(Record value) {
        for (RecordComponent component : value.getClass().getRecordComponents()) {
            Object content = read(value, component);
            if (content instanceof Record nested) {
                check(nested);
            } else if (content == null && !component.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
                throw new UnreadableEventException(
                        value.getClass().getSimpleName() + " lacks \"" + jsonName(component) + "\"");
            }
        }
    }

    /** Returns the name that the component has in JSON. */
    static String jsonName(RecordComponent component) {
        JsonProperty property = component.getAccessor().getAnnotation(JsonProperty.class);
        return property == null ? component.getName() : property.value();
    }

    private static @Nullable Object read(Record value, RecordComponent component) {
        try {
            return component.getAccessor().invoke(value);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(component + " cannot be read", e);
        }
    }
}
