package com.ticketing.stripe;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** Handles API requests: authentication, faults, idempotency, execution, events. Executes one request at a time. */
final class StripeHandler implements HttpHandler, AutoCloseable {

    /** The API version of stripe-java 33.3.0, for requests without a version. */
    private static final String API_VERSION = "2026-07-29.dahlia";

    private static final Logger log = System.getLogger(StripeHandler.class.getName());

    private final ReentrantLock lock = new ReentrantLock();
    private volatile boolean closed;
    private final StripeRequestLog requests = new StripeRequestLog();
    private final Faults faults = new Faults();
    private final StripeState state;
    private final StripeRoutes routes;
    private final StripeIdempotency idempotency;
    private final StripeWebhooks webhooks;

    StripeHandler(StripeState state, StripeWebhooks webhooks) {
        this.state = state;
        this.routes = new StripeRoutes(state);
        this.idempotency = new StripeIdempotency(state);
        this.webhooks = webhooks;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            StripeCall call = StripeCall.read(exchange);
            Faults.Applied fault = faults.take(call).orElse(null);
            boolean closesConnection = fault != null && fault.closesConnection();
            if (fault != null && fault.is(Fault.Kind.REQUEST_LOST)) {
                log(call, 0);
                return;
            }
            StripeAnswer answer = answer(call, fault);
            log(call, closesConnection ? 0 : answer.status());
            if (!closesConnection) {
                send(exchange, call, answer);
            }
        }
    }

    private StripeAnswer answer(StripeCall call, Faults.@Nullable Applied fault) {
        try {
            if (!StripeRoutes.isPublic(call.path())) {
                call.authenticate();
            }
            if (fault != null && fault.is(Fault.Kind.REJECTED)) {
                throw StripeError.injected(fault.fault().status());
            }
            if (fault != null && fault.is(Fault.Kind.REQUEST_LATE)) {
                await(fault);
            }
            Optional<String> key = call.writeKey();
            return key.isPresent() ? once(key.get(), call, fault) : late(execute(call), fault);
        } catch (StripeError error) {
            return new StripeAnswer(error.status(), error.body());
        }
    }

    private StripeAnswer once(String key, StripeCall call, Faults.@Nullable Applied fault) {
        Optional<StripeAnswer> earlier = locked(() -> idempotency.begin(key, call));
        if (earlier.isPresent()) {
            return earlier.get();
        }
        try {
            // the key stays in use until the response is sent, even if the response is delayed
            return late(locked(() -> runAndSave(key, call)), fault);
        } finally {
            locked(() -> {
                idempotency.end(key);
                return true;
            });
        }
    }

    private StripeAnswer runAndSave(String key, StripeCall call) {
        try {
            StripeAnswer answer = faults.takeBehindIdempotency(call)
                    .map(fault -> fail(call, fault))
                    .orElseGet(() -> run(call));
            idempotency.save(key, call, answer);
            return answer;
        } finally {
            saveAndSendEvents(call);
        }
    }

    private StripeAnswer fail(StripeCall call, Fault fault) {
        if (fault.kind() == Fault.Kind.EXECUTED_ERROR_SAVED) {
            StripeAnswer unused = run(call);
        }
        StripeError error = StripeError.injected(fault.status());
        return new StripeAnswer(error.status(), error.body());
    }

    /** Executes a request without authentication, faults and idempotency. */
    StripeAnswer execute(StripeCall call) {
        return locked(() -> {
            try {
                return run(call);
            } finally {
                saveAndSendEvents(call);
            }
        });
    }

    private StripeAnswer run(StripeCall call) {
        try {
            return new StripeAnswer(200, routes.answer(call.method(), call.path(), call.params()));
        } catch (StripeError error) {
            if (error.rejectedBeforeExecution()) {
                throw error;
            }
            return new StripeAnswer(error.status(), error.body());
        }
    }

    /**
     * Saves what the request has changed, its response and events included, with one write: after a crash, a request
     * with the same idempotency key is executed again only if nothing of the first one is stored. Then sends its
     * events, also if the save fails, because the next one saves this change as well.
     */
    private void saveAndSendEvents(StripeCall call) {
        if (!call.method().equals("POST")) {
            return;
        }
        List<StripeEvent> events = state.takeNewEvents().stream()
                .map(event -> complete(event, call))
                .toList();
        if (webhooks.hasEndpoint()) {
            events.forEach(state.pendingEvents()::add);
        }
        try {
            state.save();
        } finally {
            events.forEach(webhooks::send);
        }
    }

    private static StripeEvent complete(ObjectNode event, StripeCall call) {
        event.put("api_version", call.version() == null ? API_VERSION : call.version());
        event.putObject("request").put("idempotency_key", call.idempotencyKey());
        return new StripeEvent(event);
    }

    private StripeAnswer late(StripeAnswer answer, Faults.@Nullable Applied fault) {
        if (fault != null && fault.is(Fault.Kind.ANSWER_LATE)) {
            await(fault);
        }
        return answer;
    }

    private void await(Faults.Applied fault) {
        fault.awaitDelay();
        if (closed) {
            throw StripeError.injected(503);
        }
    }

    private void log(StripeCall call, int status) {
        requests.add(new StripeStandIn.Request(call.method(), call.path(), call.idempotencyKey(), status));
    }

    private static void send(HttpExchange exchange, StripeCall call, StripeAnswer answer) throws IOException {
        var headers = exchange.getResponseHeaders();
        headers.set("Request-Id", StripeState.newId("req"));
        headers.set("Stripe-Version", call.version() == null ? API_VERSION : call.version());
        if (call.idempotencyKey() != null) {
            headers.set("Idempotency-Key", call.idempotencyKey());
        }
        if (answer.replayed()) {
            headers.set("Idempotent-Replayed", "true");
        }
        if (StripeRoutes.isPublic(call.path())) {
            headers.set("Access-Control-Allow-Origin", "*");
        }
        send(exchange, answer);
    }

    static void send(HttpExchange exchange, StripeAnswer answer) throws IOException {
        byte[] body = answer.body().toString().getBytes(UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(answer.status(), body.length);
        exchange.getResponseBody().write(body);
    }

    private <T> T locked(Supplier<T> work) {
        lock.lock();
        try {
            return work.get();
        } finally {
            lock.unlock();
        }
    }

    /** Sends the pending events, and all new ones, to the URL. */
    void sendWebhooksTo(URI url, String secret) {
        locked(() -> {
            webhooks.sendTo(url, secret, this::removePending);
            state.pendingEvents().all().forEach(webhooks::send);
            return true;
        });
    }

    /** Does not end the attempts to send other events if the save fails. The next save saves the removal as well. */
    private void removePending(StripeEvent event) {
        locked(() -> {
            try {
                if (state.pendingEvents().remove(event.id())) {
                    state.save();
                }
            } catch (UncheckedIOException e) {
                log.log(Level.WARNING, "Save failed event=" + event.id(), e);
            }
            return true;
        });
    }

    /** Ends the attempts to send the pending events, and drops them. */
    void sendNoWebhooks() {
        locked(() -> {
            webhooks.close();
            state.pendingEvents().all().forEach(event -> state.pendingEvents().remove(event.id()));
            state.save();
            return true;
        });
    }

    Faults faults() {
        return faults;
    }

    List<StripeStandIn.Request> requests() {
        return requests.all();
    }

    long requestCount() {
        return requests.count();
    }

    /** Returns copies of the objects of a kind, oldest first. */
    List<ObjectNode> objects(String kind) {
        return locked(() ->
                state.all(kind).reversed().stream().map(ObjectNode::deepCopy).toList());
    }

    List<StripeEvent> pendingEvents() {
        return locked(() -> state.pendingEvents().all());
    }

    @Override
    public void close() {
        closed = true;
        faults.clear();
    }
}
