package com.ticketing.common.persistence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.OptimisticLockingFailureException;

class WriteConflictsTest {

    private final AtomicInteger attempts = new AtomicInteger();

    @Test
    void retriesUntilThereIsNoConflict() {
        String result = WriteConflicts.retry(() -> switch (attempts.incrementAndGet()) {
            case 1 -> throw new OptimisticLockingFailureException("changed");
            case 2 -> throw new DuplicateKeyException("there already");
            default -> "done";
        });
        assertThat(result).isEqualTo("done");
        assertThat(attempts).hasValue(3);
    }

    @Test
    void givesUpAfterTwentyAttempts() {
        assertThatExceptionOfType(OptimisticLockingFailureException.class)
                .isThrownBy(() -> WriteConflicts.retry(() -> {
                    attempts.incrementAndGet();
                    throw new OptimisticLockingFailureException("changed");
                }));
        assertThat(attempts).hasValue(20);
    }

    @Test
    void doesNotRetryOtherFailures() {
        assertThatIllegalStateException()
                .isThrownBy(() -> WriteConflicts.retry(() -> {
                    attempts.incrementAndGet();
                    throw new IllegalStateException("wrong");
                }));
        assertThat(attempts).hasValue(1);
    }

    @Test
    void stopsRetryingWhenTheThreadIsInterrupted() {
        Thread.currentThread().interrupt();
        assertThatExceptionOfType(OptimisticLockingFailureException.class)
                .isThrownBy(() -> WriteConflicts.retry(() -> {
                    throw new OptimisticLockingFailureException("changed");
                }));
        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void pausesForARandomTimeBetweenOneAndTwentyMilliseconds() {
        List<Long> pauses = Stream.generate(
                        () -> WriteConflicts.POLICY.getBackOff().start().nextBackOff())
                .limit(1_000)
                .toList();
        assertThat(pauses).allSatisfy(pause -> assertThat(pause).isBetween(1L, 20L));
        assertThat(pauses).anyMatch(pause -> pause <= 5).anyMatch(pause -> pause >= 15);
    }
}
