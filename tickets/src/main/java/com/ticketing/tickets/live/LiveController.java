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

    private static final long FOREVER = 0;

    private final LiveTickets live;

    LiveController(LiveTickets live) {
        this.live = live;
    }

    @GetMapping("/api/tickets/events")
    ResponseEntity<SseEmitter> events(
            HttpMethod method, @RequestHeader(name = "Last-Event-ID", required = false) @Nullable String lastEventId) {
        ResponseEntity.BodyBuilder answer = ResponseEntity.ok()
                .contentType(MediaType.TEXT_EVENT_STREAM)
                .cacheControl(CacheControl.noStore())
                // nginx would else keep events back until it has a bufferful
                .header("X-Accel-Buffering", "no");
        return method.equals(HttpMethod.HEAD) ? answer.build() : answer.body(stream(Position.parse(lastEventId)));
    }

    private SseEmitter stream(Optional<Position> reached) {
        SseEmitter emitter = new SseEmitter(FOREVER);
        LiveStream stream = live.open(reached, new EmitterSink(emitter));
        emitter.onCompletion(stream::end);
        emitter.onError(failure -> stream.end());
        Thread.ofVirtual().name("live-stream").start(stream::run);
        return emitter;
    }
}
