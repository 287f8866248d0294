package com.ticketing.tickets.live;

import java.io.IOException;
import java.time.Duration;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** A stream's way to a browser. */
final class EmitterSink implements Sink {

    private final SseEmitter emitter;

    EmitterSink(SseEmitter emitter) {
        this.emitter = emitter;
    }

    @Override
    public void open(Position position, Duration retry) throws IOException {
        emitter.send(SseEmitter.event().id(position.toString()).reconnectTime(retry.toMillis()));
    }

    @Override
    public void event(Position position, String name, String data) throws IOException {
        emitter.send(SseEmitter.event().id(position.toString()).name(name).data(data));
    }

    @Override
    public void heartbeat() throws IOException {
        emitter.send(SseEmitter.event().comment("heartbeat"));
    }

    @Override
    public void end() {
        emitter.complete();
    }
}
