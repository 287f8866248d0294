package com.ticketing.tickets.live;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

@RestController
class LiveController {

    private static final long NO_TIMEOUT = 0;

    private final LiveStreams streams;

    LiveController(LiveStreams streams) {
        this.streams = streams;
    }

    @GetMapping("/api/tickets/events")
    ResponseEntity<SseEmitter> events(
            HttpMethod method, @RequestHeader(name = "Last-Event-ID", required = false) @Nullable String lastEventId) {
        ResponseEntity.BodyBuilder response = ResponseEntity.ok()
                .contentType(MediaType.TEXT_EVENT_STREAM)
                .cacheControl(CacheControl.noStore())
                // otherwise nginx buffers the events
                .header("X-Accel-Buffering", "no");
        return method.equals(HttpMethod.HEAD)
                ? response.build()
                : response.body(stream(StreamPosition.parse(lastEventId)));
    }

    private SseEmitter stream(Optional<StreamPosition> reached) {
        SseEmitter emitter = new SseEmitter(NO_TIMEOUT);
        LiveStream stream = streams.open(reached, new SseClientConnection(emitter));
        emitter.onCompletion(stream::end);
        emitter.onError(failure -> stream.end());
        Thread.ofVirtual().name("live-stream").start(stream::run);
        return emitter;
    }
}
