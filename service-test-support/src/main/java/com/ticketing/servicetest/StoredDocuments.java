package com.ticketing.servicetest;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import org.bson.Document;
import org.springframework.data.mongodb.core.MongoOperations;

/** Stored documents of released versions: JSON files in a service's test resources. */
public final class StoredDocuments {

    /** The fields that every save of an aggregate changes. */
    private static final List<String> CHANGED_BY_SAVE = List.of("version", "outbox", "outboxClaim", "outboxClaimMet");

    private final MongoCollection<Document> collection;

    public StoredDocuments(MongoOperations mongo, Class<?> type) {
        this.collection = mongo.getCollection(mongo.getCollectionName(type));
    }

    /**
     * Stores a document as the released version has stored it, and returns it.
     *
     * @param file the file in {@code /stored}, for example {@code 0.1.0/order.json}
     */
    public Document insert(String file) {
        Document released = read("/stored/" + file);
        collection.deleteOne(Filters.eq("_id", released.getString("_id")));
        collection.insertOne(released);
        return get(released);
    }

    /** Returns the current state of a stored document. */
    public Document get(Document released) {
        return Objects.requireNonNull(
                collection.find(Filters.eq("_id", released.getString("_id"))).first());
    }

    /** Returns the fields that must survive a save, which changes some others. */
    public static Document surviving(Document document, String... changed) {
        Document surviving = new Document(document);
        surviving.keySet().removeAll(CHANGED_BY_SAVE);
        surviving.keySet().removeAll(List.of(changed));
        return surviving;
    }

    private static Document read(String resource) {
        try (InputStream file = StoredDocuments.class.getResourceAsStream(resource)) {
            return Document.parse(
                    new String(Objects.requireNonNull(file, resource).readAllBytes(), UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
