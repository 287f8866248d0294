package com.ticketing.tickets.live;

/** What a stream waits for. */
sealed interface Signal permits Change, Signal.Reset, Signal.End {

    /** Something was missed for good: what the reader has must be loaded anew. */
    record Reset(Position position) implements Signal {}

    /** Nothing more will come. */
    record End() implements Signal {}
}
