package com.ticketing.tickets.live;

import java.io.IOException;
import java.time.Duration;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** Sends server-sent events. */
final class SseClientConnection implements ClientConnection {

    private final SseEmitter emitter;

    SseClientConnection(SseEmitter emitter) {
        this.emitter = emitter;
    }

    @Override
    public void open(StreamPosition position, Duration reconnectDelay) throws IOException {
        emitter.send(SseEmitter.event().id(position.toString()).reconnectTime(reconnectDelay.toMillis()));
    }

    @Override
    public void sendEvent(StreamPosition position, String name, String data) throws IOException {
        emitter.send(SseEmitter.event().id(position.toString()).name(name).data(data));
    }

    @Override
    public void sendHeartbeat() throws IOException {
        // an event, because browsers do not report comments to the page; without an id, so that the position stays
        emitter.send(SseEmitter.event().name("heartbeat").data("{}"));
    }

    @Override
    public void close() {
        emitter.complete();
    }
}
