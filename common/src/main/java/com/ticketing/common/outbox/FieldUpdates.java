package com.ticketing.common.outbox;

import com.mongodb.client.model.Updates;
import java.util.ArrayList;
import java.util.List;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mapping.context.MappingContext;
import org.springframework.data.mongodb.core.mapping.MongoPersistentEntity;
import org.springframework.data.mongodb.core.mapping.MongoPersistentProperty;

/**
 * Translates the state of an aggregate to updates of single fields. Nested objects are written field by field, so that
 * the fields that a newer version of the service has added survive, at every depth. Arrays and maps are written as a
 * whole.
 */
final class FieldUpdates {

    private final MappingContext<? extends MongoPersistentEntity<?>, MongoPersistentProperty> mapping;

    FieldUpdates(MappingContext<? extends MongoPersistentEntity<?>, MongoPersistentProperty> mapping) {
        this.mapping = mapping;
    }

    /**
     * Returns the updates. A property that is null is removed, because a sparse index contains explicit nulls.
     *
     * @param state the aggregate's own fields, without the id and the version
     */
    List<Bson> updates(Class<?> type, Document state) {
        MongoPersistentEntity<?> entity = mapping.getRequiredPersistentEntity(type);
        List<Bson> updates = new ArrayList<>();
        for (MongoPersistentProperty property : entity) {
            if (!property.isIdProperty() && !property.getFieldName().equals(Outbox.VERSION)) {
                add(property.getFieldName(), property, state.get(property.getFieldName()), updates);
            }
        }
        return updates;
    }

    private void add(String path, MongoPersistentProperty property, @Nullable Object value, List<Bson> updates) {
        if (value == null) {
            updates.add(Updates.unset(path));
        } else if (value instanceof Document nested && !nested.isEmpty() && isObject(property)) {
            mapping.getRequiredPersistentEntity(property)
                    .forEach(part ->
                            add(path + "." + part.getFieldName(), part, nested.get(part.getFieldName()), updates));
        } else {
            updates.add(Updates.set(path, value));
        }
    }

    private static boolean isObject(MongoPersistentProperty property) {
        return property.isEntity() && !property.isMap() && !property.isCollectionLike();
    }
}
