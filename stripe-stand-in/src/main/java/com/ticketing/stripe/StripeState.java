package com.ticketing.stripe;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

    private static final String EVENT = "event";
    private static final String CREATED = "created";
    private static final Duration ANSWERS_KEPT = Duration.ofHours(24);

    private final Map<String, ObjectNode> objects = new LinkedHashMap<>();

    /** By idempotency key, oldest first. */
    private final Map<String, SavedAnswer> answers = new LinkedHashMap<>();

    private final StripePendingEvents pendingEvents = new StripePendingEvents();
    private final List<ObjectNode> newEvents = new ArrayList<>();
    private final Clock clock;
    private final Optional<StripeStateFiles> files;

    /** What may have changed since the last save: all objects that were added or found, and all new responses. */
    private final Map<String, ObjectNode> unsavedObjects = new LinkedHashMap<>();

    private final Map<String, SavedAnswer> unsavedAnswers = new LinkedHashMap<>();

    StripeState(Clock clock, Optional<Path> folder) {
        this.clock = clock;
        this.files = folder.map(StripeStateFiles::new);
        files.ifPresent(kept -> {
            kept.read(this::load);
            ObjectNode json = json(objects, answers);
            pendingEvents.addAllTo(json);
            kept.replace(json);
            pendingEvents.saved();
        });
    }

    /** Ignores what it does not know, so that an earlier version starts with the state of a later one. */
    private void load(String list, JsonNode saved) {
        if (saved instanceof ObjectNode object) {
            switch (list) {
                case "objects" -> loadObject(object);
                case "answers" -> keep(SavedAnswer.of(object, now()));
                case StripePendingEvents.SAVED -> pendingEvents.load(new StripeEvent(object));
                default -> {}
            }
        } else if (list.equals(StripePendingEvents.REMOVED)) {
            pendingEvents.remove(saved.asString());
        }
    }

    /** Release 0.1.0 kept all events as objects, whether they were accepted or not. */
    private void loadObject(ObjectNode object) {
        if (!isKind(object, EVENT)) {
            objects.put(object.path("id").asString(), object);
        }
    }

    private static boolean isKind(ObjectNode object, String kind) {
        return object.path("object").asString().equals(kind);
    }

    ObjectNode add(String prefix, String kind) {
        ObjectNode object = create(prefix, kind);
        String id = object.path("id").asString();
        objects.put(id, object);
        unsavedObjects.put(id, object);
        return object;
    }

    private ObjectNode create(String prefix, String kind) {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        object.put("id", newId(prefix)).put("object", kind).put(CREATED, now());
        return object.put("livemode", false);
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
        return find(id).filter(object -> isKind(object, kind));
    }

    /** Returns the objects of a kind, newest first. */
    List<ObjectNode> all(String kind) {
        return objects.values().stream()
                .filter(object -> isKind(object, kind))
                .toList()
                .reversed();
    }

    /** Creates an event with a snapshot of the object. */
    void emit(String type, ObjectNode object) {
        ObjectNode event = create("evt", EVENT);
        event.put("type", type).put("pending_webhooks", 1);
        event.putObject("data").set("object", object.deepCopy());
        newEvents.add(event);
    }

    StripePendingEvents pendingEvents() {
        return pendingEvents;
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
        files.ifPresent(kept -> {
            ObjectNode json = json(unsavedObjects, unsavedAnswers);
            pendingEvents.addUnsavedTo(json);
            kept.append(json);
        });
        unsavedObjects.clear();
        unsavedAnswers.clear();
        pendingEvents.saved();
    }

    private static ObjectNode json(Map<String, ObjectNode> objects, Map<String, SavedAnswer> answers) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.putArray("objects").addAll(objects.values());
        ArrayNode list = json.putArray("answers");
        answers.values().forEach(answer -> list.addRawValue(new RawValue(answer.json())));
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
