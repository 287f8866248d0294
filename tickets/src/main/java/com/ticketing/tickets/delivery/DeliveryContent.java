package com.ticketing.tickets.delivery;

import java.nio.charset.StandardCharsets;

/** What a seller gives to the buyer of a ticket, not encrypted. Its text form omits the content. */
public final class DeliveryContent {

    private final DeliveryKind kind;
    private final byte[] bytes;

    private DeliveryContent(DeliveryKind kind, byte[] bytes) {
        this.kind = kind;
        this.bytes = bytes;
    }

    /** Returns an entry code or a link. */
    public static DeliveryContent text(DeliveryKind kind, String value) {
        return new DeliveryContent(kind, value.getBytes(StandardCharsets.UTF_8));
    }

    /** Returns a file, which takes over the array. */
    public static DeliveryContent file(byte[] bytes) {
        return new DeliveryContent(DeliveryKind.FILE, bytes);
    }

    DeliveryKind kind() {
        return kind;
    }

    byte[] bytes() {
        return bytes;
    }

    @Override
    public String toString() {
        return "DeliveryContent[kind=" + kind + ", size=" + bytes.length + "]";
    }
}
