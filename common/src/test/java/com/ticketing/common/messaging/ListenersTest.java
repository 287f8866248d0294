package com.ticketing.common.messaging;

import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verifyNoInteractions;

import com.ticketing.common.events.ExpirationComplete;
import com.ticketing.common.tracing.MessageSpans;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.nats.streaming.StreamingConnection;
import io.opentelemetry.api.OpenTelemetry;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class ListenersTest {

    private static final Duration UNUSED = Duration.ofHours(1);

    @Test
    void doNotSubscribeToAConnectionThatIsOpenedAfterTheyStopped() throws Exception {
        Listener<ExpirationComplete> listener = new Listener<>(ExpirationComplete.class) {
            @Override
            protected void onMessage(ExpirationComplete event) {}
        };
        ListenerAdapter<?> adapter =
                new ListenerAdapter<>(listener, mock(DeadLetters.class), new MessageSpans(OpenTelemetry.noop()));
        BrokerConnection connection =
                new BrokerConnection(new NatsProperties("nats://unused", "ticketing", null, null, ""), "listeners");
        MessagingProperties properties = new MessagingProperties("listeners", UNUSED, 1, 1, 1, UNUSED, UNUSED, UNUSED);
        Listeners listeners =
                new Listeners(List.of(adapter), connection, properties, new SimpleMeterRegistry(), Clock.systemUTC());
        listeners.start();
        listeners.stop();

        StreamingConnection reconnected = mock(StreamingConnection.class);
        listeners.subscribe(reconnected);

        verifyNoInteractions(reconnected);
    }
}
