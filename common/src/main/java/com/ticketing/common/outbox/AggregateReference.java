package com.ticketing.common.outbox;

/** Refers to the document of an aggregate. */
record AggregateReference(String collection, String id) {}
