package com.ticketing.testsupport.openapi;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JavaType;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.core.util.Json31;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.Schema;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Describes which properties of a record are required. Components that are not {@code @Nullable} are. A request may
 * omit a nullable property; a response contains it as null, or omits it if the record has {@code @JsonInclude}.
 */
final class RecordConverter implements ModelConverter {

    @Override
    public @Nullable Schema<?> resolve(
            AnnotatedType type, ModelConverterContext context, Iterator<ModelConverter> chain) {
        Schema<?> resolved = chain.hasNext() ? chain.next().resolve(type, context, chain) : null;
        JavaType described = Json31.mapper().constructType(type.getType());
        if (resolved != null && described.isRecordType()) {
            Schema<?> model = resolved.get$ref() == null ? resolved : named(resolved.get$ref(), context);
            if (model != null && model.getProperties() != null) {
                describe(described.getRawClass(), model);
            }
        }
        return resolved;
    }

    @Override
    public boolean isOpenapi31() {
        return true;
    }

    private static @Nullable Schema<?> named(String reference, ModelConverterContext context) {
        return context.getDefinedModels().get(reference.substring(reference.lastIndexOf('/') + 1));
    }

    private static void describe(Class<?> type, Schema<?> model) {
        boolean omitsNull = type.isAnnotationPresent(JsonInclude.class)
                || type.getSimpleName().endsWith("Request");
        List<String> required = new ArrayList<>();
        for (RecordComponent component : type.getRecordComponents()) {
            String property = propertyName(component);
            boolean nullable = component.getAnnotatedType().isAnnotationPresent(Nullable.class);
            if (!nullable || !omitsNull) {
                required.add(property);
            }
            if (nullable && !omitsNull) {
                allowNull(model, property);
            }
        }
        model.setRequired(required.isEmpty() ? null : required);
    }

    private static String propertyName(RecordComponent component) {
        // @JsonProperty is not applicable to record components, but is propagated to their accessors
        JsonProperty named = component.getAccessor().getAnnotation(JsonProperty.class);
        return named == null ? component.getName() : named.value();
    }

    private static void allowNull(Schema<?> model, String property) {
        Schema<?> value = requireNonNull(model.getProperties().get(property), property);
        if (value.getTypes() != null) {
            value.addType("null");
        } else if (value.get$ref() != null) {
            Schema<?> nothing = new JsonSchema();
            nothing.addType("null");
            model.addProperty(property, new JsonSchema().oneOf(List.of(value, nothing)));
        }
    }
}
