package com.ticketing.orders.order;

import static com.ticketing.testsupport.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class TicketLocksTest {

    private final TicketLocks locks = new TicketLocks();
    private final List<Thread> threads = new CopyOnWriteArrayList<>();

    @Test
    void attemptsForOneTicketRunOneAfterTheOther() throws Exception {
        Semaphore entered = new Semaphore(0);
        Semaphore leave = new Semaphore(0);
        CompletableFuture<Boolean> first = attempt(entered, leave);
        entered.acquire();
        List<CompletableFuture<Boolean>> others = List.of(attempt(entered, leave), attempt(entered, leave));

        eventually(() -> assertThat(threads)
                .as("attempts that wait, the first one for its end and the others for the lock")
                .hasSize(3)
                .allSatisfy(thread -> assertThat(thread.getState())
                        .isIn(Thread.State.BLOCKED, Thread.State.WAITING, Thread.State.TIMED_WAITING)));
        // another ticket is not blocked, and no other attempt has entered meanwhile
        assertThat(locks.<Boolean>run("other", waited -> waited)).isFalse();
        assertThat(entered.availablePermits()).isZero();

        leave.release(3);
        assertThat(first.get(30, TimeUnit.SECONDS)).isFalse();
        assertThat(others)
                .allSatisfy(other -> assertThat(other.get(30, TimeUnit.SECONDS)).isTrue());
    }

    @Test
    void aFailedAttemptReleasesTheLock() {
        assertThatThrownBy(() -> locks.run("a", waited -> {
                    throw new IllegalArgumentException("failed");
                }))
                .isInstanceOf(IllegalArgumentException.class);

        assertThat(locks.<Boolean>run("a", waited -> waited)).isFalse();
    }

    private CompletableFuture<Boolean> attempt(Semaphore entered, Semaphore leave) {
        return CompletableFuture.supplyAsync(
                () -> locks.<Boolean>run("a", waited -> {
                    entered.release();
                    leave.acquireUninterruptibly();
                    return waited;
                }),
                action -> threads.add(Thread.startVirtualThread(action)));
    }
}
