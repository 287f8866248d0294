package com.ticketing.stripe;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.util.RawValue;

/**
 * All objects of the stand-in in the order of creation, and the saved responses. Not thread-safe; the owner holds a
 * lock.
 */
final class StripeState {

    static final String EVENT = "event";

    private static final String CREATED = "created";
    private static final Duration ANSWERS_KEPT = Duration.ofHours(24);

    private final Map<String, ObjectNode> objects = new LinkedHashMap<>();

    /** By idempotency key, oldest first. */
    private final Map<String, SavedAnswer> answers = new LinkedHashMap<>();

    private final List<ObjectNode> newEvents = new ArrayList<>();
    private final Clock clock;
    private final Optional<StripeStateFiles> files;

    /** What may have changed since the last save: all objects that were added or found, and all new responses. */
    private final Map<String, ObjectNode> unsavedObjects = new LinkedHashMap<>();

    private final Map<String, SavedAnswer> unsavedAnswers = new LinkedHashMap<>();
    private final Set<String> unsavedRemovals = new LinkedHashSet<>();

    StripeState(Clock clock, Optional<Path> folder) {
        this.clock = clock;
        this.files = folder.map(StripeStateFiles::new);
        files.ifPresent(kept -> {
            kept.read(this::load);
            kept.replace(json(objects, answers, Set.of()));
        });
    }

    private void load(String list, JsonNode saved) {
        switch (list) {
            case "objects" -> objects.put(saved.path("id").asString(), (ObjectNode) saved);
            case "answers" -> keep(SavedAnswer.of((ObjectNode) saved, now()));
            case "removed" -> objects.remove(saved.asString());
            default -> throw new IllegalArgumentException("Unknown list: " + list);
        }
    }

    ObjectNode add(String prefix, String kind) {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        String id = newId(prefix);
        object.put("id", id).put("object", kind).put(CREATED, now());
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

    /** Removes the object and returns whether it was there. */
    boolean remove(ObjectNode object) {
        String id = object.path("id").asString();
        unsavedObjects.remove(id);
        boolean removed = objects.remove(id) != null;
        if (removed) {
            unsavedRemovals.add(id);
        }
        return removed;
    }

    /** Creates a pending event with a snapshot of the object. It is removed when the endpoint has accepted it. */
    void emit(String type, ObjectNode object) {
        ObjectNode event = add("evt", EVENT);
        event.put("type", type).put("pending_webhooks", 1);
        event.putObject("data").set("object", object.deepCopy());
        newEvents.add(event);
    }

    List<ObjectNode> takeNewEvents() {
        List<ObjectNode> events = List.copyOf(newEvents);
        newEvents.clear();
        return events;
    }

    /** Returns the saved response to a request with the idempotency key, for 24 hours as Stripe does. */
    Optional<JsonNode> answer(String key) {
        return Optional.ofNullable(answers.get(key))
                .filter(saved -> !isExpired(saved))
                .map(SavedAnswer::content);
    }

    void putAnswer(String key, ObjectNode answer) {
        SavedAnswer saved = SavedAnswer.of(answer.put("key", key), now());
        keep(saved);
        unsavedAnswers.put(key, saved);
    }

    private void keep(SavedAnswer answer) {
        answers.remove(answer.key());
        answers.put(answer.key(), answer);
        Iterator<SavedAnswer> oldest = answers.values().iterator();
        while (oldest.hasNext() && isExpired(oldest.next())) {
            oldest.remove();
        }
    }

    private boolean isExpired(SavedAnswer answer) {
        return now() - answer.created() >= ANSWERS_KEPT.toSeconds();
    }

    /** Saves what has changed, however much is stored. */
    void save() {
        files.ifPresent(kept -> kept.append(json(unsavedObjects, unsavedAnswers, unsavedRemovals)));
        unsavedObjects.clear();
        unsavedRemovals.clear();
        unsavedAnswers.clear();
    }

    private static ObjectNode json(
            Map<String, ObjectNode> objects, Map<String, SavedAnswer> answers, Set<String> removed) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.putArray("objects").addAll(objects.values());
        ArrayNode list = json.putArray("answers");
        answers.values().forEach(answer -> list.addRawValue(new RawValue(answer.json())));
        if (!removed.isEmpty()) {
            removed.forEach(json.putArray("removed")::add);
        }
        return json;
    }

    /** A saved response as text, which needs a fraction of the memory of a tree. */
    private record SavedAnswer(String key, long created, String json) {

        /**
         * Reads a saved response.
         *
         * @param now its time if it has none, because an earlier version has saved it
         */
        static SavedAnswer of(ObjectNode answer, long now) {
            if (!answer.has(CREATED)) {
                answer.put(CREATED, now);
            }
            return new SavedAnswer(
                    answer.path("key").asString(), answer.path(CREATED).asLong(), answer.toString());
        }

        JsonNode content() {
            return JsonMapper.shared().readTree(json);
        }
    }
}
