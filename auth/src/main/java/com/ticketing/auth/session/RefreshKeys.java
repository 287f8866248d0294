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

/** The refresh key of all the service's processes: made by the first that needs it and kept in the database. */
@Component
class RefreshKeys {

    private static final String COLLECTION = "keys";
    private static final String ID = "refresh";
    private static final String KEY = "key";

    private final MongoOperations mongo;
    private volatile @Nullable RefreshKey known;

    RefreshKeys(MongoOperations mongo) {
        this.mongo = mongo;
    }

    RefreshKey current() {
        RefreshKey key = known;
        if (key == null) {
            key = new RefreshKey(stored());
            known = key;
        }
        return key;
    }

    private byte[] stored() {
        byte[] fresh = new byte[RefreshKey.BYTES];
        new SecureRandom().nextBytes(fresh);
        try {
            return insertOrFind(fresh);
        } catch (DuplicateKeyException e) {
            // another process made it between the search and the insert
            return insertOrFind(fresh);
        }
    }

    private byte[] insertOrFind(byte[] fresh) {
        Document document = mongo.execute(
                COLLECTION,
                keys -> keys.findOneAndUpdate(
                        Filters.eq("_id", ID),
                        Updates.setOnInsert(KEY, new Binary(fresh)),
                        new FindOneAndUpdateOptions().upsert(true).returnDocument(ReturnDocument.AFTER)));
        return Objects.requireNonNull(document).get(KEY, Binary.class).getData();
    }
}
