package com.ticketing.testsupport.database;

import static org.assertj.core.api.Assertions.assertThat;

import com.ticketing.testsupport.database.DatabaseProxy.Outcome;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.bson.BsonDocument;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

class DatabaseProxyTest {

    private static final int PLANNED = 200;

    /** Background tasks of a service send the same commands as its test. */
    @RepeatedTest(20)
    void eachPlannedFaultIsTheAnswerToOneOfManyConcurrentCommands() throws InterruptedException {
        DatabaseProxy proxy = DatabaseProxy.start();
        proxy.rejectNext("update", "orders", DatabaseFault.DEADLOCK, PLANNED);
        Callable<Outcome> command = () -> proxy.outcomeOf(new DatabaseCommand("update", "orders"));

        List<Outcome> outcomes;
        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            outcomes = threads.invokeAll(Collections.nCopies(2 * PLANNED, command)).stream()
                    .map(Future::resultNow)
                    .toList();
        }

        assertThat(outcomes)
                .filteredOn(new Outcome.Rejected(DatabaseFault.DEADLOCK)::equals)
                .hasSize(PLANNED);
        assertThat(outcomes).filteredOn(new Outcome.Forwarded(false)::equals).hasSize(PLANNED);
    }

    @Test
    void aPlannedFaultIsNotTheAnswerToACommandToAnotherCollection() {
        DatabaseProxy proxy = DatabaseProxy.start();
        proxy.rejectNext("update", "orders", DatabaseFault.DEADLOCK, 1);

        assertThat(proxy.outcomeOf(command("{update: 'tickets'}"))).isEqualTo(new Outcome.Forwarded(false));
        assertThat(proxy.outcomeOf(command("{ping: 1}"))).isEqualTo(new Outcome.Forwarded(false));
        assertThat(proxy.outcomeOf(command("{update: 'orders'}")))
                .isEqualTo(new Outcome.Rejected(DatabaseFault.DEADLOCK));
    }

    private static DatabaseCommand command(String json) {
        return DatabaseCommand.of(BsonDocument.parse(json));
    }
}
