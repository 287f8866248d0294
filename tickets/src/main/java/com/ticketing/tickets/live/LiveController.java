package com.ticketing.tickets.live;

import com.ticketing.common.proxies.Proxies;
import jakarta.servlet.http.HttpServletRequest;
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
    private final Proxies proxies;

    LiveController(LiveStreams streams, Proxies proxies) {
        this.streams = streams;
        this.proxies = proxies;
    }

    @GetMapping("/api/tickets/events")
    ResponseEntity<SseEmitter> events(
            HttpServletRequest request,
            @RequestHeader(name = "Last-Event-ID", required = false) @Nullable String lastEventId) {
        ResponseEntity.BodyBuilder response = ResponseEntity.ok()
                .contentType(MediaType.TEXT_EVENT_STREAM)
                .cacheControl(CacheControl.noStore())
                // otherwise nginx buffers the events
                .header("X-Accel-Buffering", "no");
        return HttpMethod.HEAD.matches(request.getMethod())
                ? response.build()
                : response.body(stream(StreamPosition.parse(lastEventId), proxies.clientAddress(request)));
    }

    private SseEmitter stream(Optional<StreamPosition> reached, String address) {
        SseEmitter emitter = new SseEmitter(NO_TIMEOUT);
        LiveStream stream = streams.open(reached, address, new SseClientConnection(emitter));
        emitter.onCompletion(stream::end);
        emitter.onError(failure -> stream.end());
        // The emitter keeps the first message for the thread of the request, which writes it with the response's head.
        // The stream's thread would write the head while filters still add headers to it.
        stream.open();
        Thread.ofVirtual().name("live-stream").start(stream::run);
        return emitter;
    }
}
