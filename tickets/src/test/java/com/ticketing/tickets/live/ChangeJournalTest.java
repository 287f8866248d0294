package com.ticketing.tickets.live;

import static com.ticketing.tickets.live.Channel.CREATED;
import static com.ticketing.tickets.live.Channel.UPDATED;
import static org.assertj.core.api.Assertions.assertThat;

import com.ticketing.tickets.live.ChangeJournal.AppendResult;
import org.junit.jupiter.api.Test;

class ChangeJournalTest {

    private final ChangeJournal journal = new ChangeJournal(3);

    @Test
    void returnsTheChangesAfterAPosition() {
        TicketChange created = change(CREATED, 1, "a", 0);
        TicketChange updated = change(UPDATED, 1, "a", 1);
        journal.append(created);
        journal.append(updated);

        assertThat(journal.position()).isEqualTo(new StreamPosition(1, 1));
        assertThat(journal.since(new StreamPosition(0, 0)))
                .hasValueSatisfying(missed -> assertThat(missed).containsExactly(created, updated));
        assertThat(journal.since(new StreamPosition(1, 0)))
                .hasValueSatisfying(missed -> assertThat(missed).containsExactly(updated));
        assertThat(journal.since(new StreamPosition(1, 1)))
                .hasValueSatisfying(missed -> assertThat(missed).isEmpty());
    }

    @Test
    void returnsEveryMissedVersionOfATicket() {
        journal.append(change(UPDATED, 7, "a", 1));
        TicketChange second = change(UPDATED, 8, "a", 2);
        TicketChange third = change(UPDATED, 9, "a", 3);
        journal.append(second);
        journal.append(third);

        assertThat(journal.since(new StreamPosition(0, 7)))
                .hasValueSatisfying(missed -> assertThat(missed).containsExactly(second, third));
    }

    @Test
    void ignoresADuplicateChange() {
        assertThat(journal.append(change(UPDATED, 5, "a", 1))).isEqualTo(AppendResult.NEW);
        assertThat(journal.append(change(UPDATED, 5, "a", 1))).isEqualTo(AppendResult.STALE);
        assertThat(journal.append(change(UPDATED, 4, "a", 0))).isEqualTo(AppendResult.STALE);
        assertThat(journal.position()).isEqualTo(new StreamPosition(0, 5));
    }

    @Test
    void ignoresAnOlderVersionThatArrivesLater() {
        journal.append(change(UPDATED, 1, "a", 1));

        assertThat(journal.append(change(CREATED, 1, "a", 0))).isEqualTo(AppendResult.STALE);
        assertThat(journal.append(change(UPDATED, 2, "a", 1))).isEqualTo(AppendResult.STALE);
        assertThat(journal.position()).isEqualTo(new StreamPosition(1, 2));
    }

    @Test
    void doesNotReturnAnOlderVersionToAClientThatHasANewerOne() {
        journal.append(change(CREATED, 1, "a", 0));
        journal.append(change(UPDATED, 1, "a", 1));

        assertThat(journal.since(new StreamPosition(0, 1)))
                .hasValueSatisfying(missed -> assertThat(missed).isEmpty());
    }

    @Test
    void returnsNothingForAPositionBeforeTheEvictedChanges() {
        for (int sequence = 1; sequence <= 5; sequence++) {
            journal.append(change(UPDATED, sequence, "a" + sequence, 1));
        }

        assertThat(journal.since(new StreamPosition(0, 1))).isEmpty();
        assertThat(journal.since(new StreamPosition(0, 2)))
                .hasValueSatisfying(missed -> assertThat(missed).hasSize(3));
    }

    @Test
    void returnsNothingForAPositionBeforeTheFirstChange() {
        journal.append(change(UPDATED, 50, "a", 1));

        assertThat(journal.since(new StreamPosition(0, 48))).isEmpty();
        assertThat(journal.since(new StreamPosition(0, 49)))
                .hasValueSatisfying(missed -> assertThat(missed).hasSize(1));
        assertThat(journal.since(new StreamPosition(4, 49)))
                .as("the process has received nothing from the other channel")
                .isEmpty();
    }

    @Test
    void acceptsAPositionThatIsSlightlyAhead() {
        journal.append(change(UPDATED, 50, "a", 1));

        assertThat(journal.since(new StreamPosition(0, 53)))
                .hasValueSatisfying(missed -> assertThat(missed).isEmpty());
        assertThat(journal.since(new StreamPosition(0, 54))).isEmpty();
        assertThat(journal.since(new StreamPosition(0, 999_999_999_999_999_999L)))
                .isEmpty();
    }

    @Test
    void detectsAGapInTheSequence() {
        journal.append(change(UPDATED, 1, "a", 1));
        assertThat(journal.append(change(UPDATED, 3, "b", 1))).isEqualTo(AppendResult.GAP);

        assertThat(journal.since(new StreamPosition(0, 1))).isEmpty();
        assertThat(journal.since(new StreamPosition(0, 3)))
                .hasValueSatisfying(missed -> assertThat(missed).isEmpty());
        assertThat(journal.append(change(UPDATED, 4, "b", 1))).isEqualTo(AppendResult.STALE);
        assertThat(journal.append(change(UPDATED, 5, "b", 2))).isEqualTo(AppendResult.NEW);
    }

    static TicketChange change(Channel channel, long sequence, String ticket, long version) {
        return new TicketChange(channel, sequence, ticket, version, "ticket", ticket + " " + version);
    }
}
