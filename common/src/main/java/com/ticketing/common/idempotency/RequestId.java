package com.ticketing.common.idempotency;

/**
 * The id of a request, which becomes the id of what the request creates. Requests of a user with the same idempotency key
 * have the same id.
 *
 * @param isShared whether other requests may have the id: the request has a key
 * @param isRepeated whether an earlier request had the id, so that it may have created something
 */
public record RequestId(String value, boolean isShared, boolean isRepeated) {}
