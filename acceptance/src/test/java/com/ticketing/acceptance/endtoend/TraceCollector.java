package com.ticketing.acceptance.endtoend;

import com.google.protobuf.ByteString;
import com.google.protobuf.UnknownFieldSet;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;

/**
 * Receives spans over OTLP/HTTP. Reads the few fields that a test needs from the protocol's messages by their numbers.
 */
final class TraceCollector implements AutoCloseable {

    /** A received span. */
    record ReceivedSpan(String service, String traceId, String spanId, String parentId, String name) {}

    private final List<ReceivedSpan> spans = new CopyOnWriteArrayList<>();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final HttpServer server;

    private TraceCollector(HttpServer server) {
        this.server = server;
    }

    static TraceCollector start() {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            TraceCollector collector = new TraceCollector(server);
            server.createContext("/v1/traces", collector::receive);
            server.setExecutor(collector.threads);
            server.start();
            return collector;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns the address for {@code OTEL_EXPORTER_OTLP_ENDPOINT}. */
    String endpoint() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    List<ReceivedSpan> trace(String traceId) {
        return spans.stream().filter(span -> span.traceId().equals(traceId)).toList();
    }

    private void receive(HttpExchange exchange) throws IOException {
        try (exchange) {
            UnknownFieldSet request =
                    UnknownFieldSet.parseFrom(exchange.getRequestBody().readAllBytes());
            children(request, 1).forEach(this::add);
            exchange.sendResponseHeaders(200, -1);
        }
    }

    /** Adds the spans of a ResourceSpans message. */
    private void add(UnknownFieldSet resourceSpans) {
        String service = children(resourceSpans, 1)
                .flatMap(resource -> children(resource, 1))
                .filter(attribute -> text(attribute, 1).equals("service.name"))
                .flatMap(attribute -> children(attribute, 2))
                .map(value -> text(value, 1))
                .findFirst()
                .orElse("");
        children(resourceSpans, 2)
                .flatMap(scope -> children(scope, 2))
                .map(span -> new ReceivedSpan(service, hex(span, 1), hex(span, 2), hex(span, 4), text(span, 5)))
                .forEach(spans::add);
    }

    private static Stream<ByteString> values(UnknownFieldSet message, int field) {
        return message.getField(field).getLengthDelimitedList().stream();
    }

    private static Stream<UnknownFieldSet> children(UnknownFieldSet message, int field) {
        return values(message, field).map(bytes -> {
            try {
                return UnknownFieldSet.parseFrom(bytes);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    private static String text(UnknownFieldSet message, int field) {
        return values(message, field).map(ByteString::toStringUtf8).findFirst().orElse("");
    }

    private static String hex(UnknownFieldSet message, int field) {
        return values(message, field)
                .map(bytes -> HexFormat.of().formatHex(bytes.toByteArray()))
                .findFirst()
                .orElse("");
    }

    @Override
    public void close() {
        server.stop(0);
        threads.close();
    }
}
