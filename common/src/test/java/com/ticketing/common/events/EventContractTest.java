package com.ticketing.common.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

class EventContractTest {

    static List<Event> events() {
        return Examples.all();
    }

    @Test
    void everySubjectHasAnExampleFile() {
        assertThat(events()).extracting(Event::subject).containsExactly(Subject.values());
        assertThat(events().stream().<Class<?>>map(Event::getClass))
                .containsExactlyInAnyOrder(Event.class.getPermittedSubclasses());
    }

    @ParameterizedTest
    @MethodSource("events")
    void anEventIsWrittenExactlyAsItsExampleFile(Event event) {
        assertThat(EventJson.write(event, null)).isEqualTo(Examples.file(event));
    }

    @ParameterizedTest
    @MethodSource("events")
    void anExampleFileIsReadAsItsEvent(Event event) {
        assertThat(EventJson.read(event.getClass(), Examples.file(event))).isEqualTo(event);
    }

    @ParameterizedTest
    @MethodSource("events")
    void unknownFieldsAreIgnored(Event event) {
        ObjectNode json = tree(event);
        json.put("added", 1).putObject("addedToo").put("id", "x");
        if (json.path("ticket") instanceof ObjectNode ticket) {
            ticket.put("added", true);
        }
        assertThat(EventJson.read(event.getClass(), json.toString())).isEqualTo(event);
    }

    static Stream<Arguments> requiredFields() {
        return fields(false);
    }

    @ParameterizedTest
    @MethodSource("requiredFields")
    void anEventWithoutARequiredFieldIsUnreadable(Event event, String field) {
        ObjectNode missing = tree(event);
        missing.remove(field);
        assertUnreadable(event.getClass(), missing.toString());
        assertUnreadable(event.getClass(), tree(event).putNull(field).toString());
    }

    static Stream<Arguments> optionalFields() {
        return fields(true);
    }

    @ParameterizedTest
    @MethodSource("optionalFields")
    void anAbsentOptionalFieldIsReadAsNullAndWrittenAsAbsent(Event event, String field) {
        ObjectNode json = tree(event);
        json.remove(field);
        Event read = EventJson.read(event.getClass(), json.toString());
        assertThat(EventJson.write(read, null)).isEqualTo(json.toString());
        assertThat(EventJson.read(event.getClass(), tree(event).putNull(field).toString()))
                .isEqualTo(read);
    }

    @ParameterizedTest
    @MethodSource("events")
    void anEventThatIsNotAnObjectIsUnreadable(Event event) {
        for (String text :
                List.of("", " ", "null", "[]", "7", "\"text\"", "{", "nonsense", Examples.file(event) + "x")) {
            assertUnreadable(event.getClass(), text);
        }
    }

    @ParameterizedTest
    @MethodSource("events")
    void anEventCarriesTheTraceContext(Event event) {
        String traceparent = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";
        String json = EventJson.write(event, traceparent);
        assertThat(EventJson.traceparent(json)).hasValue(traceparent);
        assertThat(EventJson.read(event.getClass(), json)).isEqualTo(event);
        assertThat(EventJson.traceparent(Examples.file(event))).isEmpty();
    }

    private static Stream<Arguments> fields(boolean optional) {
        return Examples.all().stream()
                .flatMap(event -> fields(event.getClass())
                        .filter(component -> isOptional(component) == optional)
                        .map(component -> Arguments.of(event, RequiredComponents.jsonName(component))));
    }

    /** Returns the components that are fields of the event's JSON. */
    private static Stream<RecordComponent> fields(Class<?> type) {
        return Arrays.stream(type.getRecordComponents())
                .flatMap(component -> component.getAccessor().isAnnotationPresent(JsonUnwrapped.class)
                        ? fields(component.getType())
                        : Stream.of(component));
    }

    private static boolean isOptional(RecordComponent component) {
        return component.getAnnotatedType().isAnnotationPresent(Nullable.class);
    }

    private static ObjectNode tree(Event event) {
        return (ObjectNode) JsonMapper.shared().readTree(Examples.file(event));
    }

    private static void assertUnreadable(Class<? extends Event> type, String json) {
        assertThatExceptionOfType(UnreadableEventException.class)
                .as(json)
                .isThrownBy(() -> EventJson.read(type, json))
                .withMessageContaining(type.getSimpleName());
    }
}
