package com.ticketing.common.messaging;

public abstract class Listener<E> {

    protected abstract void onMessage(E event);
}
