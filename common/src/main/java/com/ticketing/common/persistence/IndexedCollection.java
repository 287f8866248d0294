package com.ticketing.common.persistence;

import java.util.List;
import org.springframework.data.mongodb.core.index.IndexDefinition;

/** A collection whose indexes are created at start. Applies to every bean of this type. */
public interface IndexedCollection {

    /** Returns the type of the documents. */
    Class<?> type();

    List<IndexDefinition> indexes();
}
