package com.ticketing.testsupport.database;

import com.mongodb.event.CommandListener;
import com.mongodb.event.CommandStartedEvent;
import com.mongodb.event.CommandSucceededEvent;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.function.Predicate;
import org.bson.BsonDocument;
import org.springframework.boot.mongodb.autoconfigure.MongoClientSettingsBuilderCustomizer;
import org.springframework.context.annotation.Bean;

/**
 * Records database commands and can delay their answers: the database has executed the command, and the caller waits.
 */
public class BlockedCommands implements CommandListener {

    private final Queue<BsonDocument> recorded = new ConcurrentLinkedQueue<>();
    private final ThreadLocal<Boolean> isBlocked = ThreadLocal.withInitial(() -> false);
    private volatile CountDownLatch gate = new CountDownLatch(0);
    private volatile Predicate<BsonDocument> wanted = command -> false;

    @Bean
    MongoClientSettingsBuilderCustomizer blockedCommandsCustomizer() {
        return settings -> settings.addCommandListener(this);
    }

    /** Records the commands that match from now on, and forgets those before. */
    public void record(Predicate<BsonDocument> commands) {
        recorded.clear();
        wanted = commands;
    }

    /** Records and blocks the commands that match from now on, and forgets those before. */
    public void block(Predicate<BsonDocument> commands) {
        gate = new CountDownLatch(1);
        record(commands);
    }

    /** Blocks no command any more, but still records. */
    public void release() {
        gate.countDown();
    }

    public List<BsonDocument> recorded() {
        return List.copyOf(recorded);
    }

    @Override
    public void commandStarted(CommandStartedEvent event) {
        boolean matches = wanted.test(event.getCommand());
        isBlocked.set(matches);
        if (matches) {
            recorded.add(event.getCommand().clone());
        }
    }

    /** Runs on the thread of the command, before the driver returns the answer. */
    @Override
    public void commandSucceeded(CommandSucceededEvent event) {
        if (isBlocked.get()) {
            try {
                gate.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
