package com.ticketing.common.persistence;

import java.util.List;
import org.springframework.data.mongodb.core.index.IndexDefinition;

/** A collection whose indexes are created before the service takes requests; every bean of this type is asked. */
public interface IndexedCollection {

    /** The type that is stored in it. */
    Class<?> type();

    List<IndexDefinition> indexes();
}
