package com.ticketing.common.messaging;

/** Where a process of the sample service dies. */
public enum CrashPoint {
    /** The change and its event are stored, and claimed; the broker has heard of nothing. */
    BEFORE_PUBLISH,
    /** The broker has stored the event; the outbox still has it. */
    AFTER_PUBLISH
}
