package com.ticketing.testsupport.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.core.util.Json31;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class RecordConverterTest {

    @JsonInclude(JsonInclude.Include.NON_NULL)
    private record OmittingNull(String name, @Nullable String note) {}

    private record IncludingNull(
            long number, @Nullable String note, @Nullable OmittingNull other) {}

    private record Renamed(@JsonProperty("userId") String sellerId) {}

    private record ChangeRequest(String name, @Nullable String note) {}

    @Test
    void aNullablePropertyIsOptionalInAResponseThatOmitsNull() {
        JsonNode schema = schemaOf(OmittingNull.class);

        assertThat(required(schema)).containsExactly("name");
        assertThat(schema.at("/properties/note/type").asString()).isEqualTo("string");
    }

    @Test
    void aNullablePropertyIsRequiredAndMayBeNullInAResponseThatIncludesNull() {
        JsonNode schema = schemaOf(IncludingNull.class);

        assertThat(required(schema)).containsExactlyInAnyOrder("number", "note", "other");
        assertThat(schema.at("/properties/number/type").asString()).isEqualTo("integer");
        assertThat(schema.at("/properties/note/type").valueStream().map(JsonNode::asString))
                .containsExactlyInAnyOrder("string", "null");
        assertThat(schema.at("/properties/other/oneOf/0/$ref").asString()).endsWith("/OmittingNull");
        assertThat(schema.at("/properties/other/oneOf/1/type").asString()).isEqualTo("null");
    }

    @Test
    void aNullablePropertyIsOptionalInARequest() {
        assertThat(required(schemaOf(ChangeRequest.class))).containsExactly("name");
    }

    @Test
    void aRenamedPropertyIsRequiredUnderItsJsonName() {
        assertThat(required(schemaOf(Renamed.class))).containsExactly("userId");
    }

    private static JsonNode schemaOf(Class<?> type) {
        ModelConverters converters = new ModelConverters(true);
        converters.addConverter(new RecordConverter());
        Map<String, ?> schemas = converters.readAll(type);
        return JsonMapper.shared().readTree(Json31.pretty(schemas)).path(type.getSimpleName());
    }

    private static Iterable<String> required(JsonNode schema) {
        return schema.path("required").valueStream().map(JsonNode::asString).toList();
    }
}
