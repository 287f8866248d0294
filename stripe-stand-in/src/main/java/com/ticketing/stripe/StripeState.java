package com.ticketing.stripe;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** All objects of the stand-in in the order of creation, and the saved responses. Not thread-safe; the owner holds a lock. */
final class StripeState {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final Map<String, ObjectNode> objects = new LinkedHashMap<>();
    private final Map<String, ObjectNode> answers = new LinkedHashMap<>();
    private final List<ObjectNode> newEvents = new ArrayList<>();
    private final Clock clock;
    private final @Nullable Path file;

    StripeState(Clock clock, Optional<Path> folder) {
        this.clock = clock;
        this.file = folder.map(it -> it.resolve("stripe.json")).orElse(null);
        if (file != null && Files.exists(file)) {
            JsonNode saved = JSON.readTree(file);
            saved.path("objects").forEach(object -> put(objects, "id", object));
            saved.path("answers").forEach(answer -> put(answers, "key", answer));
        }
    }

    ObjectNode add(String prefix, String kind) {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        String id = newId(prefix);
        object.put("id", id).put("object", kind).put("created", now());
        object.put("livemode", false);
        objects.put(id, object);
        return object;
    }

    long now() {
        return clock.instant().getEpochSecond();
    }

    static String newId(String prefix) {
        return prefix + "_" + UUID.randomUUID().toString().replace("-", "").substring(0, 24);
    }

    Optional<ObjectNode> find(String id) {
        return Optional.ofNullable(objects.get(id));
    }

    Optional<ObjectNode> find(String id, String kind) {
        return find(id).filter(object -> object.path("object").asString().equals(kind));
    }

    /** Returns the objects of a kind, newest first. */
    List<ObjectNode> all(String kind) {
        return objects.values().stream()
                .filter(object -> object.path("object").asString().equals(kind))
                .toList()
                .reversed();
    }

    /** Creates an event with a snapshot of the object. */
    void emit(String type, ObjectNode object) {
        ObjectNode event = add("evt", "event");
        event.put("type", type).put("pending_webhooks", 1);
        event.putObject("data").set("object", object.deepCopy());
        newEvents.add(event);
    }

    List<ObjectNode> takeNewEvents() {
        List<ObjectNode> events = List.copyOf(newEvents);
        newEvents.clear();
        return events;
    }

    Map<String, ObjectNode> answers() {
        return answers;
    }

    void save() {
        if (file == null) {
            return;
        }
        ObjectNode all = JsonNodeFactory.instance.objectNode();
        all.putArray("objects").addAll(objects.values());
        all.putArray("answers").addAll(answers.values());
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Path next = file.resolveSibling(file.getFileName() + ".next");
            JSON.writeValue(next, all);
            Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void put(Map<String, ObjectNode> map, String key, JsonNode node) {
        if (node instanceof ObjectNode object) {
            map.put(object.path(key).asString(), object);
        }
    }
}
