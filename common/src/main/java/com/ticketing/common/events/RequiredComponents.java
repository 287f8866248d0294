package com.ticketing.common.events;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Checks that an event has all components without {@code @Nullable}, also in nested records. */
final class RequiredComponents {

    /** Reflection creates new objects at each call, and costs more than the JSON parser. */
    private static final ClassValue<List<Component>> COMPONENTS = new ClassValue<>() {
        @Override
        protected List<Component> computeValue(Class<?> type) {
            return Stream.of(type.getRecordComponents()).map(Component::of).toList();
        }
    };

    private RequiredComponents() {}

    static void check(Record value) {
        for (Component component : COMPONENTS.get(value.getClass())) {
            Object content = component.read(value);
            if (content instanceof Record nested) {
                check(nested);
            } else if (content == null && component.required()) {
                throw new UnreadableEventException(
                        value.getClass().getSimpleName() + " lacks \"" + component.jsonName() + "\"");
            }
        }
    }

    /** Returns the name that the component has in JSON. */
    static String jsonName(RecordComponent component) {
        JsonProperty property = component.getAccessor().getAnnotation(JsonProperty.class);
        return property == null ? component.getName() : property.value();
    }

    private record Component(String jsonName, Method accessor, boolean required) {

        static Component of(RecordComponent component) {
            return new Component(
                    RequiredComponents.jsonName(component),
                    component.getAccessor(),
                    !component.getAnnotatedType().isAnnotationPresent(Nullable.class));
        }

        @Nullable
        Object read(Record value) {
            try {
                return accessor.invoke(value);
            } catch (ReflectiveOperationException e) {
                throw new IllegalStateException(accessor + " cannot be called", e);
            }
        }
    }
}
