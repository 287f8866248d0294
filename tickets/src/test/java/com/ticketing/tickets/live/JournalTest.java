package com.ticketing.tickets.live;

import static com.ticketing.tickets.live.Channel.CREATED;
import static com.ticketing.tickets.live.Channel.UPDATED;
import static org.assertj.core.api.Assertions.assertThat;

import com.ticketing.tickets.live.Journal.Heard;
import org.junit.jupiter.api.Test;

class JournalTest {

    private final Journal journal = new Journal(3);

    @Test
    void tellsWhatCameAfterAPosition() {
        Change created = change(CREATED, 1, "a", 0);
        Change updated = change(UPDATED, 1, "a", 1);
        journal.add(created);
        journal.add(updated);

        assertThat(journal.position()).isEqualTo(new Position(1, 1));
        assertThat(journal.since(new Position(0, 0)))
                .hasValueSatisfying(missed -> assertThat(missed).containsExactly(created, updated));
        assertThat(journal.since(new Position(1, 0)))
                .hasValueSatisfying(missed -> assertThat(missed).containsExactly(updated));
        assertThat(journal.since(new Position(1, 1)))
                .hasValueSatisfying(missed -> assertThat(missed).isEmpty());
    }

    @Test
    void tellsEveryVersionThatWasMissed() {
        journal.add(change(UPDATED, 7, "a", 1));
        Change second = change(UPDATED, 8, "a", 2);
        Change third = change(UPDATED, 9, "a", 3);
        journal.add(second);
        journal.add(third);

        assertThat(journal.since(new Position(0, 7)))
                .hasValueSatisfying(missed -> assertThat(missed).containsExactly(second, third));
    }

    @Test
    void ignoresARepeatedChange() {
        assertThat(journal.add(change(UPDATED, 5, "a", 1))).isEqualTo(Heard.NEWS);
        assertThat(journal.add(change(UPDATED, 5, "a", 1))).isEqualTo(Heard.NOTHING_NEW);
        assertThat(journal.add(change(UPDATED, 4, "a", 0))).isEqualTo(Heard.NOTHING_NEW);
        assertThat(journal.position()).isEqualTo(new Position(0, 5));
    }

    @Test
    void ignoresAnOlderVersionThatComesLater() {
        journal.add(change(UPDATED, 1, "a", 1));

        assertThat(journal.add(change(CREATED, 1, "a", 0))).isEqualTo(Heard.NOTHING_NEW);
        assertThat(journal.add(change(UPDATED, 2, "a", 1))).isEqualTo(Heard.NOTHING_NEW);
        assertThat(journal.position()).isEqualTo(new Position(1, 2));
    }

    @Test
    void doesNotGoBackForAReaderWhoHasSeenTheNewerVersion() {
        journal.add(change(CREATED, 1, "a", 0));
        journal.add(change(UPDATED, 1, "a", 1));

        assertThat(journal.since(new Position(0, 1)))
                .hasValueSatisfying(missed -> assertThat(missed).isEmpty());
    }

    @Test
    void cannotTellWhatItHasForgotten() {
        for (int sequence = 1; sequence <= 5; sequence++) {
            journal.add(change(UPDATED, sequence, "a" + sequence, 1));
        }

        assertThat(journal.since(new Position(0, 1))).isEmpty();
        assertThat(journal.since(new Position(0, 2)))
                .hasValueSatisfying(missed -> assertThat(missed).hasSize(3));
    }

    @Test
    void cannotTellWhatWasBeforeItsTime() {
        journal.add(change(UPDATED, 50, "a", 1));

        assertThat(journal.since(new Position(0, 48))).isEmpty();
        assertThat(journal.since(new Position(0, 49)))
                .hasValueSatisfying(missed -> assertThat(missed).hasSize(1));
        assertThat(journal.since(new Position(4, 49)))
                .as("nothing was heard on the other channel")
                .isEmpty();
    }

    @Test
    void allowsForAReaderWhoIsALittleAhead() {
        journal.add(change(UPDATED, 50, "a", 1));

        assertThat(journal.since(new Position(0, 53)))
                .hasValueSatisfying(missed -> assertThat(missed).isEmpty());
        assertThat(journal.since(new Position(0, 54))).isEmpty();
        assertThat(journal.since(new Position(0, 999_999_999_999_999_999L))).isEmpty();
    }

    @Test
    void noticesWhatItNeverHeard() {
        journal.add(change(UPDATED, 1, "a", 1));
        assertThat(journal.add(change(UPDATED, 3, "b", 1))).isEqualTo(Heard.GAP);

        assertThat(journal.since(new Position(0, 1))).isEmpty();
        assertThat(journal.since(new Position(0, 3)))
                .hasValueSatisfying(missed -> assertThat(missed).isEmpty());
        assertThat(journal.add(change(UPDATED, 4, "b", 1))).isEqualTo(Heard.NOTHING_NEW);
        assertThat(journal.add(change(UPDATED, 5, "b", 2))).isEqualTo(Heard.NEWS);
    }

    static Change change(Channel channel, long sequence, String ticket, long version) {
        return new Change(channel, sequence, ticket, version, "ticket", ticket + " " + version);
    }
}
