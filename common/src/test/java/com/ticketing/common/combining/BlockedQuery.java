package com.ticketing.common.combining;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;

/** A query that runs until the test ends it. */
final class BlockedQuery implements Supplier<String> {

    private final CountDownLatch begun = new CountDownLatch(1);
    private final CompletableFuture<Supplier<String>> result = new CompletableFuture<>();

    @Override
    public String get() {
        begun.countDown();
        return result.join().get();
    }

    void awaitBegin() throws InterruptedException {
        begun.await();
    }

    boolean hasBegun() {
        return begun.getCount() == 0;
    }

    void returns(String value) {
        result.complete(() -> value);
    }

    void fails(RuntimeException failure) {
        result.complete(() -> {
            throw failure;
        });
    }
}
