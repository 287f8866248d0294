package com.ticketing.auth.session;

import java.security.SecureRandom;
import java.util.Objects;
import org.bson.Document;
import org.bson.types.Binary;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.stereotype.Component;

/**
 * Keeps the refresh key that all processes of the service share. The first process that needs the key generates it and
 * stores it in the database.
 */
@Component
class RefreshKeyStore {

    private static final String COLLECTION = "keys";
    private static final String ID = "refresh";
    private static final String KEY = "key";

    private final MongoOperations mongo;
    private volatile @Nullable RefreshKey cached;

    RefreshKeyStore(MongoOperations mongo) {
        this.mongo = mongo;
    }

    RefreshKey get() {
        RefreshKey key = cached;
        if (key == null) {
            key = new RefreshKey(load());
            cached = key;
        }
        return key;
    }

    /**
     * Inserts a new key, or returns the stored one. Of several processes that need the first key, one can insert it.
     */
    private byte[] load() {
        byte[] generated = new byte[RefreshKey.BYTES];
        new SecureRandom().nextBytes(generated);
        try {
            mongo.insert(new Document("_id", ID).append(KEY, new Binary(generated)), COLLECTION);
            return generated;
        } catch (DuplicateKeyException e) {
            Document stored = Objects.requireNonNull(mongo.findById(ID, Document.class, COLLECTION));
            return stored.get(KEY, Binary.class).getData();
        }
    }
}
