package com.ticketing.common.ids;

import static org.assertj.core.api.Assertions.assertThat;

import com.ticketing.testsupport.MovableClock;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.bson.types.ObjectId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TimeOrderedIdsTest {

    private final MovableClock clock =
            new MovableClock(Clock.fixed(Instant.parse("2030-01-01T12:00:00.5Z"), ZoneOffset.UTC));
    private final TimeOrderedIds high = new TimeOrderedIds(clock, -1);
    private final TimeOrderedIds low = new TimeOrderedIds(clock, 0);

    @Test
    void areSecondsAndFractionAndProcess() {
        assertThat(high.generate()).isEqualTo("70dc8140" + "8000" + "ffffffffffff");
        assertThat(low.generate()).isEqualTo("70dc8140" + "8000" + "000000000000");
        assertThat(new ObjectId(low.generate()).getDate()).isEqualTo("2030-01-01T12:00:00Z");
    }

    @Test
    void ofTwoProcessesAreInTheOrderOfTimeWithinASecond() {
        List<String> generated = new ArrayList<>();
        Random random = new Random(1);
        for (int i = 0; i < 190; i++) {
            generated.add((random.nextBoolean() ? high : low).generate());
            clock.advance(Duration.ofMillis(1));
        }

        assertThat(generated).isSorted().doesNotHaveDuplicates();
    }

    /** The driver's own ids start with the seconds, followed by the random bytes of the process. */
    @Test
    void replaceObjectIdsWhoseOrderWithinASecondDependsOnTheProcess() {
        ObjectId earlier = new ObjectId("70dc8140" + "ffffffffff" + "000001");
        ObjectId later = new ObjectId("70dc8140" + "0000000000" + "000001");

        assertThat(later).isLessThan(earlier);
    }

    @Test
    void ofOneProcessIncreaseAtOneInstantAndWhenTheClockIsSetBack() {
        List<String> generated = new ArrayList<>();
        for (int i = 0; i < 100_000; i++) {
            generated.add(low.generate());
        }
        clock.advance(Duration.ofHours(-1));
        generated.add(low.generate());

        assertThat(generated).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void increaseAndDifferForConcurrentThreads() {
        List<List<String>> perThread = IntStream.range(0, 8)
                .parallel()
                .mapToObj(thread ->
                        Stream.generate(TimeOrderedIds::next).limit(10_000).toList())
                .toList();

        assertThat(perThread).allSatisfy(ids -> assertThat(ids).isSortedAccordingTo(Comparator.naturalOrder()));
        assertThat(perThread.stream().flatMap(List::stream)).doesNotHaveDuplicates();
    }

    @Test
    void sortAfterObjectIdsOfEarlierSecondsAndBeforeThoseOfLaterOnes() {
        String id = low.generate();

        assertThat(id)
                .isGreaterThan(new ObjectId((int) clock.instant().getEpochSecond() - 1, 0xffffff).toHexString())
                .isLessThan(new ObjectId((int) clock.instant().getEpochSecond() + 1, 0).toHexString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "70dc8140",
                "70DC81408000ffffffffffff",
                "70dc81408000fffffffffff",
                "70dc81408000fffffffffffff",
                "70dc81408000fffffffffffg"
            })
    void haveOneForm(String other) {
        assertThat(TimeOrderedIds.isId(high.generate())).isTrue();
        assertThat(TimeOrderedIds.isId(other)).isFalse();
        assertThat(TimeOrderedIds.time(other)).isEmpty();
    }

    @Test
    void nameTheirProcess() {
        String first = TimeOrderedIds.process(high.generate());
        clock.advance(Duration.ofDays(1));

        assertThat(first).isEqualTo(TimeOrderedIds.process(high.generate()));
        assertThat(first).isNotEqualTo(TimeOrderedIds.process(low.generate()));
        assertThat(TimeOrderedIds.process(new ObjectId().toHexString()))
                .isEqualTo(TimeOrderedIds.process(new ObjectId().toHexString()));
        assertThat(TimeOrderedIds.process("order-1")).isEmpty();
    }

    @Test
    void canBeGeneratedTogether() {
        String before = TimeOrderedIds.next();
        List<String> together = TimeOrderedIds.from(TimeOrderedIds.first(10), 10);
        String after = TimeOrderedIds.next();

        assertThat(together).hasSize(10).doesNotHaveDuplicates().isSortedAccordingTo(Comparator.naturalOrder());
        assertThat(together)
                .allSatisfy(id -> assertThat(id).isGreaterThan(before).isLessThan(after));
        assertThat(together).extracting(TimeOrderedIds::process).containsOnly(TimeOrderedIds.process(before));
    }

    @Test
    void areNotSharedByConcurrentGroups() {
        List<String> generated = IntStream.range(0, 8)
                .parallel()
                .boxed()
                .flatMap(thread -> Stream.generate(() -> TimeOrderedIds.from(TimeOrderedIds.first(7), 7))
                        .limit(1_000)
                        .flatMap(List::stream))
                .toList();

        assertThat(generated).hasSize(56_000).doesNotHaveDuplicates();
    }
}
