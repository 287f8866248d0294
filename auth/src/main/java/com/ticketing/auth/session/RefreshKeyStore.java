package com.ticketing.auth.session;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.Updates;
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

    private byte[] load() {
        byte[] generated = new byte[RefreshKey.BYTES];
        new SecureRandom().nextBytes(generated);
        try {
            return insertOrFind(generated);
        } catch (DuplicateKeyException e) {
            // another process inserted its key during the upsert
            return insertOrFind(generated);
        }
    }

    private byte[] insertOrFind(byte[] generated) {
        Document document = mongo.execute(
                COLLECTION,
                keys -> keys.findOneAndUpdate(
                        Filters.eq("_id", ID),
                        Updates.setOnInsert(KEY, new Binary(generated)),
                        new FindOneAndUpdateOptions().upsert(true).returnDocument(ReturnDocument.AFTER)));
        return Objects.requireNonNull(document).get(KEY, Binary.class).getData();
    }
}
