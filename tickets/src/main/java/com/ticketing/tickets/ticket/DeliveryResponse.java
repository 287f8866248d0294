package com.ticketing.tickets.ticket;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.ticketing.tickets.delivery.Delivery;
import com.ticketing.tickets.delivery.DeliveryKind;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A ticket's delivery as its seller or its buyer sees it.
 *
 * @param value the code or the link; absent for a file
 * @param size the size of a file in bytes
 * @param readAt for the seller: the first time that the buyer has read it
 * @param isChangeable for the seller: whether the delivery can be given or replaced now
 * @param isSold for the seller: whether a buyer waits for the delivery or has it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record DeliveryResponse(
        State state,
        @Nullable DeliveryKind kind,
        @Nullable String value,
        @Nullable Integer size,
        @Nullable Instant givenAt,
        @Nullable Instant readAt,
        @JsonProperty("changeable") @Nullable Boolean isChangeable,
        @JsonProperty("sold") @Nullable Boolean isSold) {

    enum State {
        /** The seller has not given one. */
        @JsonProperty("awaited")
        AWAITED,
        @JsonProperty("given")
        GIVEN,
        /** The buyer of an order that was refunded has read it, so the next buyer needs another one. */
        @JsonProperty("spent")
        SPENT
    }

    static DeliveryResponse awaited() {
        return new DeliveryResponse(State.AWAITED, null, null, null, null, null, null, null);
    }

    /** Returns a delivery without its content. */
    static DeliveryResponse of(Delivery delivery, State state) {
        return new DeliveryResponse(
                state,
                delivery.kind(),
                null,
                delivery.kind() == DeliveryKind.FILE ? delivery.size() : null,
                delivery.givenAt(),
                null,
                null,
                null);
    }

    boolean isGivenFile() {
        return kind == DeliveryKind.FILE && state == State.GIVEN;
    }

    DeliveryResponse withValue(byte[] text) {
        return new DeliveryResponse(
                state, kind, new String(text, StandardCharsets.UTF_8), size, givenAt, readAt, isChangeable, isSold);
    }

    DeliveryResponse forSeller(@Nullable Instant read, boolean changeable, boolean sold) {
        return new DeliveryResponse(state, kind, value, size, givenAt, read, changeable, sold);
    }

    /** Omits the value. */
    @Override
    public String toString() {
        return "DeliveryResponse[state=" + state + ", kind=" + kind + "]";
    }
}
