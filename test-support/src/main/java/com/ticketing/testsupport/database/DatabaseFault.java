package com.ticketing.testsupport.database;

import org.bson.BsonDocument;

/** An answer of a database that rejects a command without an effect. */
public enum DatabaseFault {
    WRITE_CONFLICT("{ok: 0, code: 112, codeName: 'WriteConflict', errmsg: 'write conflict'}"),

    /** As MongoDB answers in a transaction and compatible servers of cloud providers answer outside of one. */
    LABELLED("{ok: 0, code: 251, codeName: 'NoSuchTransaction', errmsg: 'aborted',"
            + " errorLabels: ['TransientTransactionError']}"),

    /** As a server answers that stores documents in PostgreSQL: the command succeeded, its only write did not. */
    DEADLOCK("{ok: 1, n: 0, nModified: 0, writeErrors: [{index: 0, code: 16908292, errmsg: 'deadlock detected'}]}"),

    /** The same for a batch of two writes. */
    BATCH_DEADLOCK("{ok: 1, n: 0, nModified: 0, writeErrors: [{index: 0, code: 16908292, errmsg: 'deadlock detected'},"
            + " {index: 1, code: 16908292, errmsg: 'deadlock detected'}]}"),

    /** As MongoDB answers to a batch of two that no majority has confirmed in time. */
    UNCONFIRMED_BATCH("{ok: 1, n: 2, nModified: 2, writeConcernError: {code: 64, codeName: 'WriteConcernTimeout',"
            + " errmsg: 'waiting for replication timed out'}}"),

    /** The deadlock of a command that has no list of write errors, such as {@code findAndModify}. */
    COMMAND_DEADLOCK("{ok: 0, code: 16908292, errmsg: 'deadlock detected'}"),

    /** As FerretDB answers a {@code findAndModify} that a unique index rejects. */
    DUPLICATE_KEY("{ok: 0, code: 1, codeName: 'InternalError',"
            + " errmsg: 'conflicting key value violates exclusion constraint \"documents_rum_index_75\"'}"),

    /** The same for the index on {@code _id}. */
    DUPLICATE_ID("{ok: 0, code: 1, codeName: 'InternalError',"
            + " errmsg: 'duplicate key value violates unique constraint \"collection_pk_40\"'}"),

    /** As FerretDB answers while its PostgreSQL starts. */
    STARTING("{ok: 0, code: 1, codeName: 'InternalError', errmsg: 'the database system is starting up'}"),

    /** Not transient: a failure of the server itself, such as a command that it does not support. */
    INTERNAL_ERROR("{ok: 0, code: 1, codeName: 'InternalError', errmsg: 'not implemented'}"),

    /** As the database answers when it has ended a query after its {@code maxTimeMS}. */
    TIME_LIMIT_EXCEEDED("{ok: 0, code: 50, codeName: 'MaxTimeMSExpired', errmsg: 'operation exceeded time limit'}"),

    /** Not transient: the same command fails again. */
    DOCUMENT_INVALID("{ok: 1, n: 0, writeErrors: [{index: 0, code: 121, errmsg: 'document failed validation'}]}");

    private final String answer;

    DatabaseFault(String answer) {
        this.answer = answer;
    }

    BsonDocument answer() {
        return BsonDocument.parse(answer);
    }
}
