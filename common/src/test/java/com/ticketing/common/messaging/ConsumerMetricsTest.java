package com.ticketing.common.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import com.ticketing.common.events.Subject;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConsumerMetricsTest {

    private static final Instant NOW = Instant.parse("2026-11-26T12:00:00Z");

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final ConsumerMetrics metrics =
            new ConsumerMetrics(Subject.TICKET_CREATED, meters, Clock.fixed(NOW, ZoneOffset.UTC));

    @Test
    void theLagIsUnknownUntilTheEndOfTheChannelIsKnown() {
        assertThat(lag()).isNaN();

        metrics.endsAt(end(40));

        assertThat(lag()).isZero();
    }

    @Test
    void aProcessWithoutAnyMessageCountsFromTheFirstEndThatItKnows() {
        metrics.endsAt(end(40));
        metrics.endsAt(end(70));

        assertThat(lag()).isEqualTo(30);
    }

    @Test
    void aMessageThatIsNotAcknowledgedYetCounts() {
        metrics.endsAt(end(40));
        metrics.received(message(11, false));

        assertThat(lag()).isEqualTo(30);
    }

    @Test
    void theLagIsTheEndOfTheChannelMinusTheLastAcknowledgedMessage() {
        metrics.acknowledged(message(10, false));
        metrics.acknowledged(message(8, true));

        metrics.endsAt(end(25));

        assertThat(lag()).isEqualTo(15);
        metrics.acknowledged(message(30, false));
        assertThat(lag()).isZero();
    }

    @Test
    void theLagStartsAgainWithAReplacedStore() {
        metrics.acknowledged(message(1_000, false));
        metrics.endsAt(end(1_000));

        metrics.endsAt(end(3));
        metrics.endsAt(end(9));

        assertThat(lag()).isEqualTo(6);
    }

    @ParameterizedTest
    @CsvSource({"1000, 1, 0", "40, 0, 0", "39, 0, 1", "3, 60, 1", "40, 60, 1", "40, -60, 1", "50, -60, 0"})
    void countsTheReplacementsOfTheStore(long sequence, long laterBySeconds, int replacements) {
        metrics.endsAt(end(40));

        metrics.endsAt(new ChannelPosition(sequence, NOW.plusSeconds(laterBySeconds)));

        assertThat(replacements()).isEqualTo(replacements);
    }

    @Test
    void aChannelWithoutAnAnswerIsNoReplacement() {
        metrics.endsAt(end(40));
        metrics.endsAt(ChannelPosition.START);
        metrics.endsAt(end(40));

        assertThat(replacements()).isZero();
        metrics.endsAt(ChannelPosition.START);
        metrics.endsAt(end(1));
        assertThat(replacements()).isEqualTo(1);
    }

    /** The new store may have more messages than the old one had by the time that its end is known. */
    @Test
    void aMessageOfAnotherStoreIsAReplacementAlthoughTheEndIsHigher() {
        metrics.received(message(12, NOW));
        metrics.received(message(1, NOW.plusSeconds(60)));
        metrics.received(message(2, NOW.plusSeconds(60)));

        metrics.endsAt(new ChannelPosition(30, NOW.plusSeconds(61)));

        assertThat(replacements()).isEqualTo(1);
    }

    @Test
    void aRedeliveredMessageIsNoReplacement() {
        metrics.received(message(12, NOW));
        metrics.received(message(11, true));

        assertThat(replacements()).isZero();
    }

    /**
     * After a restart or a change of the leader, the broker gives later messages the times of a clock that is behind.
     */
    @Test
    void aBrokerWhoseClockIsBehindIsNoReplacement() {
        metrics.received(message(100, NOW));
        metrics.received(message(101, NOW.minusSeconds(8)));
        metrics.received(message(100, NOW));
        metrics.received(message(102, NOW.minusSeconds(7)));
        metrics.endsAt(new ChannelPosition(103, NOW.minusSeconds(6)));

        assertThat(replacements()).isZero();
    }

    @Test
    void aChannelWithoutAnAnswerLeavesTheLagAsItIs() {
        metrics.acknowledged(message(40, NOW));
        metrics.endsAt(end(40));

        metrics.endsAt(ChannelPosition.START);
        metrics.endsAt(end(40));

        assertThat(lag()).isZero();
    }

    @Test
    void aMessageReceivedWhileTheEndIsRequestedIsNoReplacement() {
        metrics.received(message(41, NOW.plusSeconds(1)));
        metrics.endsAt(end(40));

        assertThat(replacements()).isZero();
    }

    @Test
    void measuresTheAgeOfHandledEventsAndCountsRedeliveries() {
        metrics.received(message(1, false));
        metrics.received(message(1, true));
        metrics.acknowledged(message(1, true));

        assertThat(meters.get("messaging.redeliveries").counter().count()).isEqualTo(1);
        assertThat(meters.get("messaging.event.age").timer().totalTime(TimeUnit.SECONDS))
                .isEqualTo(3);
    }

    private double lag() {
        return meters.get("messaging.consumer.lag")
                .tag("channel", "ticket:created")
                .gauge()
                .value();
    }

    private double replacements() {
        return meters.get("messaging.store.replacements").counter().count();
    }

    private static ChannelPosition end(long sequence) {
        return new ChannelPosition(sequence, NOW);
    }

    private static ReceivedMessage message(long sequence, Instant publishedAt) {
        return new ReceivedMessage(Subject.TICKET_CREATED, new ChannelPosition(sequence, publishedAt), "{}", false);
    }

    private static ReceivedMessage message(long sequence, boolean redelivered) {
        return new ReceivedMessage(
                Subject.TICKET_CREATED, new ChannelPosition(sequence, NOW.minusSeconds(3)), "{}", redelivered);
    }
}
