package com.ticketing.testsupport.database;

import org.bson.BsonDocument;

/**
 * A command to a database.
 *
 * @param collection empty for a command that is not about a collection
 */
record DatabaseCommand(String name, String collection) {

    static DatabaseCommand of(BsonDocument document) {
        String name = document.getFirstKey();
        return new DatabaseCommand(
                name, document.isString(name) ? document.getString(name).getValue() : "");
    }
}
