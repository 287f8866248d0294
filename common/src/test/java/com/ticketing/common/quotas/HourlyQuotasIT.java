package com.ticketing.common.quotas;

import static com.ticketing.testsupport.Eventually.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.ticketing.common.errors.ApiException;
import com.ticketing.common.errors.CommonError;
import com.ticketing.common.time.BackgroundTask;
import com.ticketing.testsupport.MovableClock;
import com.ticketing.testsupport.TestServers;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.SimpleMongoClientDatabaseFactory;

class HourlyQuotasIT {

    private final SimpleMongoClientDatabaseFactory database =
            new SimpleMongoClientDatabaseFactory(TestServers.newMongoUri());
    private final MongoTemplate mongo = new MongoTemplate(database);
    private final MovableClock clock =
            new MovableClock(Clock.fixed(Instant.parse("2026-11-26T12:40:00Z"), ZoneOffset.UTC));

    @AfterEach
    void close() throws Exception {
        database.destroy();
    }

    @Test
    void areNotExceededByConcurrentUsesInTwoProcesses() throws Exception {
        List<HourlyQuotas> processes = List.of(quotas(), quotas());

        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Callable<Boolean>> uses = IntStream.range(0, 30)
                    .<Callable<Boolean>>mapToObj(number -> () -> isAccepted(processes.get(number % 2), "ann"))
                    .toList();

            assertThat(threads.invokeAll(uses))
                    .extracting(Future::get)
                    .filteredOn(accepted -> accepted)
                    .hasSize(5);
        }
    }

    @Test
    void countEachUserAndHour() {
        HourlyQuotas quotas = quotas();
        IntStream.range(0, 5).forEach(use -> quotas.use("listings", "ann", 5, CommonError.TOO_MANY_REQUESTS));

        assertThatExceptionOfType(ApiException.class)
                .isThrownBy(() -> quotas.use("listings", "ann", 5, CommonError.TOO_MANY_REQUESTS))
                .satisfies(rejected -> assertThat(rejected.code()).isEqualTo(CommonError.TOO_MANY_REQUESTS));
        assertThat(isAccepted(quotas, "bob")).isTrue();
        clock.advance(Duration.ofMinutes(20));
        assertThat(isAccepted(quotas, "ann")).isTrue();
    }

    @Test
    void areCountedInTheDatabaseBeyondATwentieth() {
        List<HourlyQuotas> processes = List.of(quotas(), quotas());
        IntStream.range(0, 4)
                .forEach(use -> processes.get(use % 2).use("listings", "ann", 40, CommonError.TOO_MANY_REQUESTS));
        assertThat(mongo.getCollection("quotas").countDocuments()).isZero();

        IntStream.range(0, 40)
                .forEach(use -> processes.get(use % 2).use("listings", "ann", 40, CommonError.TOO_MANY_REQUESTS));

        assertThatExceptionOfType(ApiException.class)
                .isThrownBy(() -> processes.getFirst().use("listings", "ann", 40, CommonError.TOO_MANY_REQUESTS));
    }

    @Test
    void areReservedInTwentieths() {
        HourlyQuotas quotas = quotas();

        assertThat(IntStream.range(0, 16).mapToObj(use -> {
                    quotas.use("listings", "ann", 100, CommonError.TOO_MANY_REQUESTS);
                    return counted();
                }))
                .containsExactly(0, 0, 0, 0, 0, 5, 5, 5, 5, 5, 10, 10, 10, 10, 10, 15);
    }

    @Test
    void areReservedOnceForConcurrentUses() throws Exception {
        HourlyQuotas quotas = quotas();
        quotas.use("listings", "ann", 50, 1_000, CommonError.TOO_MANY_REQUESTS);

        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<Boolean> use = () -> isAccepted(quotas, "ann", 1_000);
            assertThat(threads.invokeAll(Collections.nCopies(20, use)))
                    .extracting(Future::get)
                    .containsOnly(true);
        }

        assertThat(counted()).isEqualTo(50);
    }

    @Test
    void areGrantedToTheLastOne() throws Exception {
        HourlyQuotas quotas = quotas();

        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<Boolean> use = () -> isAccepted(quotas, "ann", 113);
            assertThat(threads.invokeAll(Collections.nCopies(130, use)))
                    .extracting(Future::get)
                    .filteredOn(accepted -> accepted)
                    .hasSize(118);
        }
    }

    @Test
    void areNotUsedUpByRejectedRequests() {
        HourlyQuotas quotas = quotas();
        quotas.use("listings", "ann", 105, 100, CommonError.TOO_MANY_REQUESTS);

        assertThat(isAccepted(quotas, "ann", 100)).isFalse();

        assertThat(counted()).isEqualTo(100);
    }

    private int counted() {
        return mongo.findAll(UseCount.class).stream().mapToInt(UseCount::count).sum();
    }

    @Test
    void areRemovedWhenTheirHourIsOver() {
        HourlyQuotas quotas = quotas();
        quotas.use("listings", "ann", 5, CommonError.TOO_MANY_REQUESTS);
        clock.advance(Duration.ofMinutes(20));
        quotas.use("listings", "ann", 5, CommonError.TOO_MANY_REQUESTS);

        BackgroundTask cleaner = quotas.cleaner();
        cleaner.start();

        await().untilAsserted(() ->
                assertThat(mongo.getCollection("quotas").countDocuments()).isOne());
        cleaner.stop();
    }

    private HourlyQuotas quotas() {
        return new HourlyQuotas(mongo, clock);
    }

    private static boolean isAccepted(HourlyQuotas quotas, String userId) {
        return isAccepted(quotas, userId, 5);
    }

    private static boolean isAccepted(HourlyQuotas quotas, String userId, int quota) {
        try {
            quotas.use("listings", userId, quota, CommonError.TOO_MANY_REQUESTS);
            return true;
        } catch (ApiException e) {
            return false;
        }
    }

    @Test
    void leaveRoomForFewerUsesAfterARejection() {
        HourlyQuotas quotas = quotas();
        quotas.use("listings", "ann", 4, 5, CommonError.TOO_MANY_REQUESTS);
        assertThatExceptionOfType(ApiException.class)
                .isThrownBy(() -> quotas.use("listings", "ann", 2, 5, CommonError.TOO_MANY_REQUESTS));

        assertThat(isAccepted(quotas, "ann")).isTrue();
        assertThat(isAccepted(quotas, "ann")).isFalse();
    }

    @Test
    void countUsesTogether() {
        HourlyQuotas quotas = quotas();
        quotas.use("listings", "ann", 10, 100, CommonError.TOO_MANY_REQUESTS);
        IntStream.range(0, 8).forEach(use -> quotas.use("listings", "ann", 10, 100, CommonError.TOO_MANY_REQUESTS));

        assertThatExceptionOfType(ApiException.class)
                .isThrownBy(() -> IntStream.range(0, 3)
                        .forEach(use -> quotas.use("listings", "ann", 10, 100, CommonError.TOO_MANY_REQUESTS)));
    }
}
