package com.ticketing.tickets.live;

/** An entry in the queue of a {@link LiveStream}. */
sealed interface StreamMessage permits TicketChange, StreamMessage.Reset, StreamMessage.End {

    /** Changes were lost. The client must load its tickets again, and the stream continues after the position. */
    record Reset(StreamPosition position) implements StreamMessage {}

    /** The stream ends. */
    record End() implements StreamMessage {}
}
