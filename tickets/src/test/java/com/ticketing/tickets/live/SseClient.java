package com.ticketing.tickets.live;

import static com.ticketing.testsupport.Eventually.await;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A client of server-sent events that works as a browser's {@code EventSource}. */
final class SseClient implements AutoCloseable {

    /** A server-sent event. */
    record Event(String id, String name, JsonNode data) {

        String ticket() {
            return data.path("id").asString();
        }

        long version() {
            return data.path("version").asLong();
        }
    }

    private final HttpClient http = HttpClient.newHttpClient();
    private final HttpResponse<Stream<String>> response;
    private final List<Event> events = new CopyOnWriteArrayList<>();
    private final AtomicInteger heartbeats = new AtomicInteger();
    private volatile String lastId = "";
    private volatile String ended = "";

    private SseClient(String url, @Nullable String lastEventId) throws Exception {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(url + "/api/tickets/events")).header("Accept", "text/event-stream");
        if (lastEventId != null) {
            request.header("Last-Event-ID", lastEventId);
        }
        response = http.send(request.build(), BodyHandlers.ofLines());
        Thread.startVirtualThread(this::readToEnd);
    }

    static SseClient open(String url) throws Exception {
        return open(url, null);
    }

    /** Opens a stream and waits for its first id. */
    static SseClient open(String url, @Nullable String lastEventId) throws Exception {
        SseClient client = new SseClient(url, lastEventId);
        assertThat(client.response.statusCode()).isEqualTo(200);
        await().until(() -> !client.lastId.isEmpty());
        return client;
    }

    private void readToEnd() {
        try {
            read();
        } catch (UncheckedIOException e) {
            ended = "broken";
        }
    }

    private void read() {
        String name = "";
        String data = "";
        for (String line : (Iterable<String>) response.body()::iterator) {
            int colon = line.indexOf(':');
            String value = colon < 0 ? "" : line.substring(colon + 1);
            switch (colon < 0 ? line : line.substring(0, colon)) {
                case "event" -> name = value;
                case "data" -> data += value;
                case "id" -> lastId = value;
                case "retry" -> assertThat(value).containsOnlyDigits();
                case "" -> {
                    if (!data.isEmpty()) {
                        if (name.equals("heartbeat")) {
                            heartbeats.incrementAndGet();
                        } else {
                            events.add(
                                    new Event(lastId, name, JsonMapper.shared().readTree(data)));
                        }
                        name = "";
                        data = "";
                    }
                }
                default -> throw new AssertionError(line);
            }
        }
        ended = "complete";
    }

    String header(String name) {
        return response.headers().firstValue(name).orElse("");
    }

    /** Returns all events except heartbeats. */
    List<Event> events() {
        return events;
    }

    List<Event> of(String ticket) {
        return events.stream().filter(event -> event.ticket().equals(ticket)).toList();
    }

    int heartbeats() {
        return heartbeats.get();
    }

    String lastId() {
        return lastId;
    }

    /** Returns whether the server completed the response; false after a broken connection. */
    boolean isComplete() {
        return ended.equals("complete");
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
