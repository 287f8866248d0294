package com.ticketing.common.events;

import org.springframework.context.ApplicationEvent;

/** Violates the rule that events stand alone. */
public abstract class DependsOnSpring extends ApplicationEvent {

    private static final long serialVersionUID = 1L;

    DependsOnSpring(Object source) {
        super(source);
    }
}
