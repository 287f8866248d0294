package com.ticketing.tickets.ticket;

import java.util.HexFormat;

/**
 * A process of the orders service that generates ids as MongoDB's drivers do: the seconds, the process, a counter.
 * Within a second, ids of two processes are in the order of the processes, whatever the order of their generation.
 */
final class OrdersProcess {

    private static final HexFormat HEX = HexFormat.of();

    private final long process;
    private int counter;

    OrdersProcess(long process) {
        this.process = process;
    }

    /** Returns the id of a new order. */
    String place(long epochSecond) {
        counter++;
        return HEX.toHexDigits(epochSecond, 8) + HEX.toHexDigits(process, 10) + HEX.toHexDigits(counter, 6);
    }
}
