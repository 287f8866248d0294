package com.ticketing.common.messaging;

/** The point at which a process of the sample service crashes. */
public enum CrashPoint {
    /** The state and the claimed event are stored; nothing is published. */
    BEFORE_PUBLISH,
    /** The broker has stored the event; the outbox still contains it. */
    AFTER_PUBLISH
}
