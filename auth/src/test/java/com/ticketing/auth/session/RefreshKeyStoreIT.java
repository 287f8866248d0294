package com.ticketing.auth.session;

import static org.assertj.core.api.Assertions.assertThat;

import com.ticketing.testsupport.ServiceTest;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.data.mongodb.core.MongoOperations;

@ServiceTest
class RefreshKeyStoreIT {

    private static final int PROCESSES = 8;
    private static final int ROUNDS = 10;

    @Autowired
    MongoOperations mongo;

    /** Compatible servers may return an unstored document to concurrent upserts. */
    @Test
    void processesThatStartForTheFirstTimeShareOneKey() throws Exception {
        for (int round = 0; round < ROUNDS; round++) {
            mongo.dropCollection("keys");

            assertThat(signaturesOfConcurrentProcesses().distinct()).hasSize(1);
        }
    }

    private Stream<String> signaturesOfConcurrentProcesses() throws InterruptedException {
        CountDownLatch ready = new CountDownLatch(PROCESSES);
        Callable<String> process = () -> {
            RefreshKeyStore store = new RefreshKeyStore(mongo);
            ready.countDown();
            ready.await();
            return HexFormat.of().formatHex(store.get().sign("text"));
        };
        try (ExecutorService threads = Executors.newFixedThreadPool(PROCESSES)) {
            List<Future<String>> signatures = threads.invokeAll(
                    Stream.generate(() -> process).limit(PROCESSES).toList());
            return signatures.stream().map(Future::resultNow);
        }
    }
}
