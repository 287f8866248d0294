package com.ticketing.tickets.live;

import static com.ticketing.tickets.live.Channel.CREATED;
import static com.ticketing.tickets.live.Channel.UPDATED;
import static org.assertj.core.api.Assertions.assertThat;

import com.ticketing.common.messaging.ChannelPosition;
import com.ticketing.tickets.live.ChangeJournal.AppendResult;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ChangeJournalTest {

    private final ChangeJournal journal = new ChangeJournal(3);

    @Test
    void returnsTheChangesAfterAPosition() {
        TicketChange created = change(CREATED, 1, "a", 0);
        TicketChange updated = change(UPDATED, 1, "a", 1);
        journal.append(created);
        journal.append(updated);

        assertThat(journal.position()).isEqualTo(position(1, 1));
        assertThat(journal.since(position(0, 0)))
                .hasValueSatisfying(missed -> assertThat(missed).containsExactly(created, updated));
        assertThat(journal.since(position(1, 0)))
                .hasValueSatisfying(missed -> assertThat(missed).containsExactly(updated));
        assertThat(journal.since(position(1, 1)))
                .hasValueSatisfying(missed -> assertThat(missed).isEmpty());
    }

    @Test
    void returnsEveryMissedVersionOfATicket() {
        journal.append(change(UPDATED, 7, "a", 1));
        TicketChange second = change(UPDATED, 8, "a", 2);
        TicketChange third = change(UPDATED, 9, "a", 3);
        journal.append(second);
        journal.append(third);

        assertThat(journal.since(position(0, 7)))
                .hasValueSatisfying(missed -> assertThat(missed).containsExactly(second, third));
    }

    @Test
    void ignoresADuplicateChange() {
        assertThat(journal.append(change(UPDATED, 5, "a", 1))).isEqualTo(AppendResult.NEW);
        assertThat(journal.append(change(UPDATED, 5, "a", 1))).isEqualTo(AppendResult.STALE);
        assertThat(journal.append(change(UPDATED, 4, "a", 0))).isEqualTo(AppendResult.STALE);
        assertThat(journal.position()).isEqualTo(position(0, 5));
    }

    @Test
    void ignoresAnOlderVersionThatArrivesLater() {
        journal.append(change(UPDATED, 1, "a", 1));

        assertThat(journal.append(change(CREATED, 1, "a", 0))).isEqualTo(AppendResult.STALE);
        assertThat(journal.append(change(UPDATED, 2, "a", 1))).isEqualTo(AppendResult.STALE);
        assertThat(journal.position()).isEqualTo(position(1, 2));
    }

    @Test
    void doesNotReturnAnOlderVersionToAClientThatHasANewerOne() {
        journal.append(change(CREATED, 1, "a", 0));
        journal.append(change(UPDATED, 1, "a", 1));

        assertThat(journal.since(position(0, 1)))
                .hasValueSatisfying(missed -> assertThat(missed).isEmpty());
    }

    @Test
    void returnsNothingForAPositionBeforeTheEvictedChanges() {
        for (int sequence = 1; sequence <= 5; sequence++) {
            journal.append(change(UPDATED, sequence, "a" + sequence, 1));
        }

        assertThat(journal.since(position(0, 1))).isEmpty();
        assertThat(journal.since(position(0, 2)))
                .hasValueSatisfying(missed -> assertThat(missed).hasSize(3));
    }

    @Test
    void returnsNothingForAPositionBeforeTheFirstChange() {
        journal.append(change(UPDATED, 50, "a", 1));

        assertThat(journal.since(position(0, 48))).isEmpty();
        assertThat(journal.since(position(0, 49)))
                .hasValueSatisfying(missed -> assertThat(missed).hasSize(1));
        assertThat(journal.since(position(4, 49)))
                .as("the process has received nothing from the other channel")
                .isEmpty();
    }

    @Test
    void acceptsAPositionThatIsSlightlyAhead() {
        journal.append(change(UPDATED, 50, "a", 1));

        assertThat(journal.since(position(0, 53)))
                .hasValueSatisfying(missed -> assertThat(missed).isEmpty());
        assertThat(journal.since(position(0, 54))).isEmpty();
        assertThat(journal.since(position(0, 999_999_999_999_999_999L))).isEmpty();
    }

    @Test
    void detectsAGapInTheSequence() {
        journal.append(change(UPDATED, 1, "a", 1));
        assertThat(journal.append(change(UPDATED, 3, "b", 1))).isEqualTo(AppendResult.GAP);

        assertThat(journal.since(position(0, 1))).isEmpty();
        assertThat(journal.since(position(0, 3)))
                .hasValueSatisfying(missed -> assertThat(missed).isEmpty());
        assertThat(journal.append(change(UPDATED, 4, "b", 1))).isEqualTo(AppendResult.STALE);
        assertThat(journal.append(change(UPDATED, 5, "b", 2))).isEqualTo(AppendResult.NEW);
    }

    @Test
    void detectsThatSequenceNumbersStartedAgain() {
        journal.append(change(UPDATED, 50, "a", 1));

        assertThat(journal.append(change(UPDATED, inNewStore(1), "b", 1))).isEqualTo(AppendResult.GAP);
        assertThat(journal.append(change(UPDATED, inNewStore(2), "b", 2))).isEqualTo(AppendResult.NEW);
        assertThat(journal.position().updated()).isEqualTo(inNewStore(2));
    }

    @Test
    void ignoresARepublishedVersionAfterSequenceNumbersStartedAgain() {
        journal.append(change(UPDATED, 50, "a", 1));
        journal.append(change(UPDATED, inNewStore(1), "b", 1));

        assertThat(journal.append(change(UPDATED, inNewStore(2), "a", 1))).isEqualTo(AppendResult.STALE);
    }

    @Test
    void returnsNothingForAPositionInAReplacedStore() {
        journal.append(change(UPDATED, inNewStore(1), "a", 1));
        journal.append(change(UPDATED, inNewStore(2), "a", 2));

        for (long reached = 1; reached <= 4; reached++) {
            assertThat(journal.since(position(0, reached)))
                    .as("position %s", reached)
                    .isEmpty();
        }
        assertThat(journal.since(new StreamPosition(at(0), inNewStore(1))))
                .hasValueSatisfying(missed -> assertThat(missed).hasSize(1));
    }

    static TicketChange change(Channel channel, long sequence, String ticket, long version) {
        return change(channel, at(sequence), ticket, version);
    }

    private static TicketChange change(Channel channel, ChannelPosition position, String ticket, long version) {
        return new TicketChange(channel, position, ticket, version, "ticket", ticket + " " + version);
    }

    static StreamPosition position(long created, long updated) {
        return new StreamPosition(at(created), at(updated));
    }

    /** Returns a position in the store of most tests, which gets a message each nanosecond. */
    private static ChannelPosition at(long sequence) {
        return new ChannelPosition(sequence, Instant.EPOCH.plusNanos(sequence));
    }

    /** Returns a position in a store that replaced the other one later. */
    private static ChannelPosition inNewStore(long sequence) {
        return new ChannelPosition(
                sequence, Instant.parse("2026-11-24T12:00:00Z").plusSeconds(sequence));
    }
}
