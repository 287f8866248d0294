package com.ticketing.tickets.live;

import static com.ticketing.testsupport.Eventually.await;
import static com.ticketing.tickets.live.Channel.CREATED;
import static com.ticketing.tickets.live.Channel.UPDATED;
import static com.ticketing.tickets.live.JournalTest.change;
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
            new LiveProperties(Duration.ofMillis(5), 10, 10, 3, Duration.ofHours(1));

    private final Reader reader = new Reader();
    private final AtomicInteger over = new AtomicInteger();

    @AfterEach
    void letGo() {
        reader.mayRead.countDown();
    }

    @Test
    void writesWhatWasMissedAndThenWhatComesWithItsPosition() {
        LiveStream stream = start(List.of(change(CREATED, 5, "a", 0)));
        stream.offer(change(UPDATED, 9, "a", 1));

        await().untilAsserted(() ->
                assertThat(reader.written).containsExactly("open 4-8", "5-8 ticket a 0", "5-9 ticket a 1"));
        stream.end();
    }

    @Test
    void passesOverWhatItsReaderHasSeenElsewhere() {
        LiveStream stream = start(List.of());
        stream.offer(change(UPDATED, 7, "a", 1));
        stream.offer(change(UPDATED, 8, "a", 2));
        stream.offer(change(UPDATED, 9, "a", 3));

        await().untilAsserted(() -> assertThat(reader.written).containsExactly("open 4-8", "4-9 ticket a 3"));
        stream.end();
    }

    @Test
    void beatsInSilenceUntilItIsEnded() {
        LiveStream stream = start(List.of());

        await().until(() -> reader.beats.get() >= 2);
        stream.end();
        await().until(() -> over.get() == 1 && reader.ended.get() == 1);
    }

    @Test
    void goesOnFromWhereAResetLeads() {
        LiveStream stream = start(List.of(new Signal.Reset(new Position(20, 30))));
        stream.offer(change(UPDATED, 30, "a", 1));
        stream.offer(change(UPDATED, 31, "a", 2));

        await().untilAsserted(() ->
                assertThat(reader.written).containsExactly("open 4-8", "20-30 reset {}", "20-31 ticket a 2"));
        stream.end();
    }

    @Test
    void leavesAReaderWhoDoesNotKeepUp() {
        reader.stops = true;
        LiveStream stream = start(List.of());
        await().until(() -> reader.reading.get() == 1);

        for (int sequence = 9; sequence <= 12; sequence++) {
            stream.offer(change(UPDATED, sequence, "a", sequence));
        }
        reader.mayRead.countDown();

        await().until(() -> over.get() == 1 && reader.ended.get() == 1);
        assertThat(reader.written).as("nothing was kept for it").containsExactly("open 4-8");
    }

    @Test
    void isOverWhenItsReaderHasLeft() {
        reader.left = true;
        start(List.of());

        await().until(() -> over.get() == 1);
    }

    private LiveStream start(List<? extends Signal> first) {
        LiveStream stream =
                new LiveStream(new Position(4, 8), first, reader, PROPERTIES, ended -> over.incrementAndGet());
        Thread.startVirtualThread(stream::run);
        return stream;
    }

    private static final class Reader implements Sink {

        final List<String> written = new CopyOnWriteArrayList<>();
        final AtomicInteger beats = new AtomicInteger();
        final AtomicInteger ended = new AtomicInteger();
        final AtomicInteger reading = new AtomicInteger();
        final CountDownLatch mayRead = new CountDownLatch(1);
        volatile boolean stops;
        volatile boolean left;

        @Override
        public void open(Position position, Duration retry) throws IOException {
            if (left) {
                throw new IOException("Gone");
            }
            reading.incrementAndGet();
            if (stops) {
                awaitReading();
            }
            written.add("open " + position);
        }

        private void awaitReading() throws IOException {
            try {
                mayRead.await();
            } catch (InterruptedException e) {
                throw new IOException(e);
            }
        }

        @Override
        public void event(Position position, String name, String data) {
            written.add(position + " " + name + " " + data);
        }

        @Override
        public void heartbeat() {
            beats.incrementAndGet();
        }

        @Override
        public void end() {
            ended.incrementAndGet();
        }
    }
}
