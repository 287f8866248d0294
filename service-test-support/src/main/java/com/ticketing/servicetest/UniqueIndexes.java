package com.ticketing.servicetest;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.data.mongodb.core.index.IndexDefinition;
import org.springframework.data.mongodb.core.mapping.ShardKey;

/** The unique indexes of a collection, beside that of {@code _id}. */
final class UniqueIndexes {

    private UniqueIndexes() {}

    /**
     * Returns the fields of the unique indexes that a sharded cluster cannot enforce: those that do not begin with the
     * shard key. A collection without a shard key is stored on one shard, which enforces all of them.
     */
    static Set<String> notEnforceable(ShardKey shardKey, Collection<? extends IndexDefinition> indexes) {
        Set<String> notEnforceable = new TreeSet<>();
        if (shardKey.isSharded()) {
            for (IndexDefinition index : indexes) {
                List<String> fields = new ArrayList<>(index.getIndexKeys().keySet());
                if (index.getIndexOptions().getBoolean("unique", false) && !beginsWith(fields, shardKey)) {
                    notEnforceable.add(String.join(", ", fields));
                }
            }
        }
        return notEnforceable;
    }

    private static boolean beginsWith(List<String> fields, ShardKey shardKey) {
        List<String> key = new ArrayList<>(shardKey.getDocument().keySet());
        return fields.size() >= key.size() && fields.subList(0, key.size()).equals(key);
    }
}
