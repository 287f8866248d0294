package com.ticketing.common.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Runs {@code text-vectors.json}, which the web page's {@code text.test.ts} runs too. */
class TextVectorsTest {

    private static final JsonNode VECTORS = read();

    @TestFactory
    Stream<DynamicTest> visible() {
        return each("visible", expectBoolean(Text::isVisible));
    }

    @TestFactory
    Stream<DynamicTest> invisible() {
        return each("invisible", expectBoolean(Text::hasInvisible));
    }

    @TestFactory
    Stream<DynamicTest> controls() {
        return each("controls", expectBoolean(Text::hasControls));
    }

    @TestFactory
    Stream<DynamicTest> length() {
        return each(
                "length",
                (text, vector) ->
                        assertThat(Text.length(text)).isEqualTo(vector.get(1).asInt()));
    }

    @TestFactory
    Stream<DynamicTest> trim() {
        return each("trim", expectText(Text::trim));
    }

    @TestFactory
    Stream<DynamicTest> letters() {
        return each("letters", expectText(Folding::fold));
    }

    @TestFactory
    Stream<DynamicTest> tokens() {
        return each(
                "tokens",
                (text, vector) -> assertThat(SearchTokens.of(text))
                        .containsExactlyElementsOf(vector.get(1)
                                .valueStream()
                                .map(JsonNode::asString)
                                .toList()));
    }

    @TestFactory
    Stream<DynamicTest> matches() {
        return each(
                "matches",
                (title, vector) -> assertThat(SearchTokens.match(
                                title, SearchTerm.of(vector.get(1).asString())))
                        .isEqualTo(vector.get(2).asBoolean()));
    }

    private static BiConsumer<String, JsonNode> expectBoolean(Function<String, Boolean> function) {
        return (text, vector) ->
                assertThat(function.apply(text)).isEqualTo(vector.get(1).asBoolean());
    }

    private static BiConsumer<String, JsonNode> expectText(Function<String, String> function) {
        return (text, vector) ->
                assertThat(function.apply(text)).isEqualTo(vector.get(1).asString());
    }

    private static Stream<DynamicTest> each(String kind, BiConsumer<String, JsonNode> check) {
        return VECTORS.required(kind)
                .valueStream()
                .map(vector -> dynamicTest(
                        vector.toString(), () -> check.accept(vector.get(0).asString(), vector)));
    }

    private static JsonNode read() {
        try (InputStream json =
                Objects.requireNonNull(TextVectorsTest.class.getResourceAsStream("text-vectors.json"))) {
            return JsonMapper.shared().readTree(json);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
