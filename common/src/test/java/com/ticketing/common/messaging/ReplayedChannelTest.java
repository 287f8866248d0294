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
        channel.readTo(at(4, -7));
        channel.deliver(message(at(1, 0)));
        channel.deliver(message(at(2, 1)));

        channel.deliver(message(at(3, -8)));
        channel.deliver(message(at(4, -7)));

        assertThat(handled).containsExactly("1", "2", "3", "4");
        assertThat(channel.progress()).isEqualTo(progress(State.DONE, 4, 4));
    }

    @Test
    void awaitsTheMessageThatFailsAlthoughLaterOnesHaveEarlierTimes() {
        failing.add("2");
        channel.readTo(at(3, -8));
        channel.deliver(message(at(1, 0)));
        channel.deliver(message(at(2, 1)));
        channel.deliver(message(at(3, -8)));
        assertThat(channel.progress()).isEqualTo(progress(State.READING, 2, 3));
        assertThat(channel.resumeFrom()).isEqualTo(2);
        failing.clear();

        channel.deliver(message(at(2, 1)));

        assertThat(handled).containsExactly("1", "3", "2");
        assertThat(channel.progress()).isEqualTo(progress(State.DONE, 3, 3));
    }

    @Test
    void continuesWithAHigherEndWhoseTimeIsEarlier() {
        channel.readTo(at(2, 1));
        channel.deliver(message(at(1, 0)));

        channel.readTo(at(3, -8));

        assertThat(channel.progress()).isEqualTo(progress(State.READING, 1, 2));
    }

    @Test
    void beginsAgainWhenAResumedReplayShowsAnotherStore() {
        channel.readTo(at(3, 2));
        channel.deliver(message(at(1, 0)));
        channel.deliver(message(at(2, 1)));

        assertThat(channel.deliver(message(at(2, 60)))).isFalse();
        assertThat(channel.deliver(message(at(3, 61)))).isFalse();

        assertThat(handled).containsExactly("1", "2");
        assertThat(channel.progress()).isEqualTo(progress(State.WAITING, 0, 0));
        assertThat(channel.resumeFrom()).isEqualTo(1);
    }

    @Test
    void beginsAgainWhenAResumedReplayShowsAnotherStoreWithEarlierTimes() {
        channel.readTo(at(3, 2));
        channel.deliver(message(at(1, 0)));
        channel.deliver(message(at(2, 1)));

        assertThat(channel.deliver(message(at(2, -60)))).isFalse();
        assertThat(channel.deliver(message(at(3, -59)))).isFalse();

        assertThat(handled).containsExactly("1", "2");
        assertThat(channel.progress()).isEqualTo(progress(State.WAITING, 0, 0));
        assertThat(channel.resumeFrom()).isEqualTo(1);
        assertThatThrownBy(() -> channel.readTo(ChannelPosition.START)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void doesNotCountAMessageDuringWhoseDeliveryTheStoreWasReplaced() {
        channel.readTo(at(3, 2));
        channel.deliver(message(at(1, 0)));
        duringDelivery = () -> channel.readTo(at(1, 60));

        channel.deliver(message(at(2, 1)));

        assertThat(channel.progress()).isEqualTo(progress(State.READING, 0, 1));
        assertThat(channel.resumeFrom()).isEqualTo(1);
    }

    @Test
    void beginsAgainWhenTheEndIsLower() {
        channel.readTo(at(3, 2));
        channel.deliver(message(at(1, 0)));
        channel.deliver(message(at(2, 1)));

        channel.readTo(at(1, 60));

        assertThat(channel.progress()).isEqualTo(progress(State.READING, 0, 1));
    }

    @Test
    void beginsAgainWhenTheEndIsLowerAndEarlierAlthoughNoMessageBeyondItWasSeen() {
        channel.readTo(at(4, 2));
        channel.deliver(message(at(1, 0)));

        channel.readTo(at(3, -60));

        assertThat(channel.progress()).isEqualTo(progress(State.READING, 0, 3));
    }

    @Test
    void doesNotTakeASilentChannelForAnEmptyOne() {
        channel.readTo(at(2, 1));
        channel.deliver(message(at(1, 0)));

        assertThatThrownBy(() -> channel.readTo(ChannelPosition.START)).isInstanceOf(IllegalStateException.class);

        assertThat(channel.progress()).isEqualTo(progress(State.READING, 1, 2));
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
