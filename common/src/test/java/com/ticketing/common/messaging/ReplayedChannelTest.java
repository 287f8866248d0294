package com.ticketing.common.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;

import com.ticketing.common.events.EventJson;
import com.ticketing.common.events.ExpirationComplete;
import com.ticketing.common.events.Subject;
import com.ticketing.common.messaging.ReplayedChannel.State;
import com.ticketing.common.tracing.MessageSpans;
import io.opentelemetry.api.OpenTelemetry;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ReplayedChannelTest {

    private static final Instant NOW = Instant.parse("2026-11-26T12:00:00Z");

    private final List<String> handled = new ArrayList<>();
    private final Set<String> failing = new HashSet<>();
    private Runnable duringDelivery = () -> {};
    private int store;

    private final Listener<ExpirationComplete> listener = new Listener<>(ExpirationComplete.class) {
        @Override
        protected void onMessage(ExpirationComplete event) {
            if (failing.contains(event.orderId())) {
                throw new IllegalStateException("fails");
            }
            duringDelivery.run();
            handled.add(event.orderId());
        }
    };

    private final ReplayedChannel channel = new ReplayedChannel(
            new ListenerAdapter<>(listener, mock(DeadLetters.class), new MessageSpans(OpenTelemetry.noop())));

    @Test
    void handlesEveryMessageAlthoughTheBrokersClockWasBehindAfterARestart() {
        readTo(at(4, -7));
        deliver(message(at(1, 0)));
        deliver(message(at(2, 1)));

        deliver(message(at(3, -8)));
        deliver(message(at(4, -7)));

        assertThat(handled).containsExactly("1", "2", "3", "4");
        assertThat(channel.progress()).isEqualTo(progress(State.DONE, 4, 4));
    }

    @Test
    void awaitsTheMessageThatFailsAlthoughLaterOnesHaveEarlierTimes() {
        failing.add("2");
        readTo(at(3, -8));
        deliver(message(at(1, 0)));
        deliver(message(at(2, 1)));
        deliver(message(at(3, -8)));
        assertThat(channel.progress()).isEqualTo(progress(State.READING, 2, 3));
        assertThat(channel.resumeFrom()).isEqualTo(2);
        failing.clear();

        deliver(message(at(2, 1)));

        assertThat(handled).containsExactly("1", "3", "2");
        assertThat(channel.progress()).isEqualTo(progress(State.DONE, 3, 3));
    }

    @Test
    void continuesWithAHigherEndWhoseTimeIsEarlier() {
        readTo(at(2, 1));
        deliver(message(at(1, 0)));

        readTo(at(3, -8));

        assertThat(channel.progress()).isEqualTo(progress(State.READING, 1, 2));
    }

    @Test
    void beginsAgainWhenAResumedReplayShowsAnotherStore() {
        readTo(at(3, 2));
        deliver(message(at(1, 0)));
        deliver(message(at(2, 1)));

        assertThat(deliver(message(at(2, 60)))).isFalse();
        assertThat(deliver(message(at(3, 61)))).isFalse();

        assertThat(handled).containsExactly("1", "2");
        assertThat(channel.progress()).isEqualTo(progress(State.WAITING, 0, 0));
        assertThat(channel.resumeFrom()).isEqualTo(1);
    }

    @Test
    void beginsAgainWhenAResumedReplayShowsAnotherStoreWithEarlierTimes() {
        readTo(at(3, 2));
        deliver(message(at(1, 0)));
        deliver(message(at(2, 1)));

        assertThat(deliver(message(at(2, -60)))).isFalse();
        assertThat(deliver(message(at(3, -59)))).isFalse();

        assertThat(handled).containsExactly("1", "2");
        assertThat(channel.progress()).isEqualTo(progress(State.WAITING, 0, 0));
        assertThat(channel.resumeFrom()).isEqualTo(1);
        assertThatThrownBy(() -> readTo(ChannelPosition.START)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void doesNotCountAMessageDuringWhoseDeliveryTheStoreWasReplaced() {
        readTo(at(3, 2));
        deliver(message(at(1, 0)));
        duringDelivery = () -> readTo(at(1, 60));

        deliver(message(at(2, 1)));

        assertThat(channel.progress()).isEqualTo(progress(State.READING, 0, 1));
        assertThat(channel.resumeFrom()).isEqualTo(1);
    }

    @Test
    void beginsAgainWhenTheEndIsLower() {
        readTo(at(3, 2));
        deliver(message(at(1, 0)));
        deliver(message(at(2, 1)));

        readTo(at(1, 60));

        assertThat(channel.progress()).isEqualTo(progress(State.READING, 0, 1));
    }

    @Test
    void beginsAgainWhenTheEndIsLowerAndEarlierAlthoughNoMessageBeyondItWasSeen() {
        readTo(at(4, 2));
        deliver(message(at(1, 0)));

        readTo(at(3, -60));

        assertThat(channel.progress()).isEqualTo(progress(State.READING, 0, 3));
    }

    @Test
    void doesNotTakeASilentChannelForAnEmptyOne() {
        readTo(at(2, 1));
        deliver(message(at(1, 0)));

        assertThatThrownBy(() -> readTo(ChannelPosition.START)).isInstanceOf(IllegalStateException.class);

        assertThat(channel.progress()).isEqualTo(progress(State.READING, 1, 2));
    }

    @Test
    void rejectsALateMessageOfTheReplacedStore() {
        readTo(at(3, 2));
        int replaced = store;
        deliver(message(at(1, 0)));
        readTo(at(2, 60));

        assertThat(channel.deliver(message(at(2, 1)), replaced)).isFalse();
        assertThat(channel.progress()).isEqualTo(progress(State.READING, 0, 2));

        deliver(message(at(1, 59)));
        deliver(message(at(2, 60)));

        assertThat(handled).containsExactly("1", "1", "2");
        assertThat(channel.progress()).isEqualTo(progress(State.DONE, 2, 2));
    }

    /** Like the subscription of a replay, which keeps the store of its start. */
    private void readTo(ChannelPosition end) {
        store = channel.readTo(end);
    }

    private boolean deliver(ReceivedMessage message) {
        return channel.deliver(message, store);
    }

    private static ChannelPosition at(long sequence, long seconds) {
        return new ChannelPosition(sequence, NOW.plusSeconds(seconds));
    }

    private static ReceivedMessage message(ChannelPosition position) {
        String json = EventJson.write(new ExpirationComplete(Long.toString(position.sequence())), null);
        return new ReceivedMessage(Subject.EXPIRATION_COMPLETE, position, json, false);
    }

    private static ReplayedChannel.Progress progress(State state, long handled, long last) {
        return new ReplayedChannel.Progress(Subject.EXPIRATION_COMPLETE.channel(), state, handled, last);
    }
}
