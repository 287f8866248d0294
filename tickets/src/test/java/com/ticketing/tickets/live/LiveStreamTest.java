package com.ticketing.tickets.live;

import static com.ticketing.testsupport.Eventually.await;
import static com.ticketing.tickets.live.ChangeJournalTest.change;
import static com.ticketing.tickets.live.ChangeJournalTest.position;
import static com.ticketing.tickets.live.Channel.CREATED;
import static com.ticketing.tickets.live.Channel.UPDATED;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LiveStreamTest {

    private static final LiveProperties PROPERTIES =
            new LiveProperties(Duration.ofMillis(5), 10, 10, 10, 3, Duration.ofHours(1));

    private final FakeClient client = new FakeClient();
    private final AtomicInteger streamsEnded = new AtomicInteger();

    @AfterEach
    void unblockClient() {
        client.unblocked.countDown();
    }

    @Test
    void writesMissedChangesBeforeNewOnesEachWithItsPosition() {
        LiveStream stream = start(List.of(change(CREATED, 5, "a", 0)));
        stream.offer(change(UPDATED, 9, "a", 1));

        await().untilAsserted(() ->
                assertThat(client.written).containsExactly("open 4-8", "5-8 ticket a 0", "5-9 ticket a 1"));
        stream.end();
    }

    @Test
    void skipsChangesThatTheClientHasReceivedBefore() {
        LiveStream stream = start(List.of());
        stream.offer(change(UPDATED, 7, "a", 1));
        stream.offer(change(UPDATED, 8, "a", 2));
        stream.offer(change(UPDATED, 9, "a", 3));

        await().untilAsserted(() -> assertThat(client.written).containsExactly("open 4-8", "4-9 ticket a 3"));
        stream.end();
    }

    @Test
    void sendsHeartbeatsWhileIdleUntilItEnds() {
        LiveStream stream = start(List.of());

        await().until(() -> client.heartbeats.get() >= 2);
        stream.end();
        await().until(() -> streamsEnded.get() == 1 && client.closed.get() == 1);
    }

    @Test
    void continuesFromThePositionOfAReset() {
        LiveStream stream = start(List.of(new StreamMessage.Reset(position(20, 30))));
        stream.offer(change(UPDATED, 30, "a", 1));
        stream.offer(change(UPDATED, 31, "a", 2));

        await().untilAsserted(() ->
                assertThat(client.written).containsExactly("open 4-8", "20-30 reset {}", "20-31 ticket a 2"));
        stream.end();
    }

    @Test
    void disconnectsAClientThatIsTooSlow() {
        client.blocks = true;
        LiveStream stream = start(List.of());
        await().until(() -> client.opened.get() == 1);

        for (int sequence = 9; sequence <= 12; sequence++) {
            stream.offer(change(UPDATED, sequence, "a", sequence));
        }
        client.unblocked.countDown();

        await().until(() -> streamsEnded.get() == 1 && client.closed.get() == 1);
        assertThat(client.written).as("the queued changes are dropped").containsExactly("open 4-8");
    }

    @Test
    void endsWhenTheClientHasDisconnected() {
        client.disconnected = true;
        start(List.of());

        await().until(() -> streamsEnded.get() == 1);
    }

    private LiveStream start(List<? extends StreamMessage> first) {
        LiveStream stream =
                new LiveStream(position(4, 8), first, client, PROPERTIES, ended -> streamsEnded.incrementAndGet());
        Thread.startVirtualThread(() -> {
            stream.open();
            stream.run();
        });
        return stream;
    }

    private static final class FakeClient implements ClientConnection {

        final List<String> written = new CopyOnWriteArrayList<>();
        final AtomicInteger heartbeats = new AtomicInteger();
        final AtomicInteger closed = new AtomicInteger();
        final AtomicInteger opened = new AtomicInteger();
        final CountDownLatch unblocked = new CountDownLatch(1);
        volatile boolean blocks;
        volatile boolean disconnected;

        @Override
        public void open(StreamPosition position, Duration reconnectDelay) throws IOException {
            if (disconnected) {
                throw new IOException("Connection reset");
            }
            opened.incrementAndGet();
            if (blocks) {
                awaitUnblocked();
            }
            written.add("open " + sequences(position));
        }

        private void awaitUnblocked() throws IOException {
            try {
                unblocked.await();
            } catch (InterruptedException e) {
                throw new IOException(e);
            }
        }

        @Override
        public void sendEvent(StreamPosition position, String name, String data) {
            written.add(sequences(position) + " " + name + " " + data);
        }

        private static String sequences(StreamPosition position) {
            return position.created().sequence() + "-" + position.updated().sequence();
        }

        @Override
        public void sendHeartbeat() {
            heartbeats.incrementAndGet();
        }

        @Override
        public void close() {
            closed.incrementAndGet();
        }
    }
}
