package com.ticketing.stripe;

import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * All objects of the stand-in in the order of creation, and the saved responses. Not thread-safe; the owner holds a
 * lock.
 */
final class StripeState {

    private final Map<String, ObjectNode> objects = new LinkedHashMap<>();
    private final Map<String, ObjectNode> answers = new LinkedHashMap<>();
    private final List<ObjectNode> newEvents = new ArrayList<>();
    private final Clock clock;
    private final Optional<StripeStateFiles> files;

    /** What may have changed since the last save: all objects that were added or found, and all new responses. */
    private final Map<String, ObjectNode> unsavedObjects = new LinkedHashMap<>();

    private final Map<String, ObjectNode> unsavedAnswers = new LinkedHashMap<>();

    StripeState(Clock clock, Optional<Path> folder) {
        this.clock = clock;
        this.files = folder.map(StripeStateFiles::new);
        files.ifPresent(kept -> {
            kept.read(this::load);
            kept.replace(json(objects, answers));
        });
    }

    private void load(String list, JsonNode saved) {
        switch (list) {
            case "objects" -> put(objects, "id", saved);
            case "answers" -> put(answers, "key", saved);
            default -> throw new IllegalArgumentException("Unknown list: " + list);
        }
    }

    ObjectNode add(String prefix, String kind) {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        String id = newId(prefix);
        object.put("id", id).put("object", kind).put("created", now());
        object.put("livemode", false);
        objects.put(id, object);
        unsavedObjects.put(id, object);
        return object;
    }

    long now() {
        return clock.instant().getEpochSecond();
    }

    static String newId(String prefix) {
        return prefix + "_" + UUID.randomUUID().toString().replace("-", "").substring(0, 24);
    }

    /** Returns the object, which the caller may change before the next save. */
    Optional<ObjectNode> find(String id) {
        Optional<ObjectNode> found = Optional.ofNullable(objects.get(id));
        found.ifPresent(object -> unsavedObjects.put(id, object));
        return found;
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

    /** Returns the saved response to a request with the idempotency key. */
    Optional<ObjectNode> answer(String key) {
        return Optional.ofNullable(answers.get(key));
    }

    void putAnswer(String key, ObjectNode answer) {
        answers.put(key, answer);
        unsavedAnswers.put(key, answer);
    }

    /** Saves what has changed, however much is stored. */
    void save() {
        files.ifPresent(kept -> kept.append(json(unsavedObjects, unsavedAnswers)));
        unsavedObjects.clear();
        unsavedAnswers.clear();
    }

    private static ObjectNode json(Map<String, ObjectNode> objects, Map<String, ObjectNode> answers) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.putArray("objects").addAll(objects.values());
        json.putArray("answers").addAll(answers.values());
        return json;
    }

    private static void put(Map<String, ObjectNode> map, String key, JsonNode node) {
        if (node instanceof ObjectNode object) {
            map.put(object.path(key).asString(), object);
        }
    }
}
