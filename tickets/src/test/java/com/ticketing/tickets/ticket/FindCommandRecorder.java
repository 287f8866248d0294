package com.ticketing.tickets.ticket;

import com.mongodb.event.CommandListener;
import com.mongodb.event.CommandStartedEvent;
import com.mongodb.event.CommandSucceededEvent;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import org.bson.BsonDocument;
import org.bson.RawBsonDocument;
import org.bson.codecs.BsonDocumentCodec;
import org.springframework.boot.mongodb.autoconfigure.MongoClientSettingsBuilderCustomizer;
import org.springframework.context.annotation.Bean;

/**
 * Records the sorted {@code find} commands that the service sends to MongoDB, and counts the bytes of all replies.
 * Lookups by key are not sorted. The commands of migrations are ignored: they run at any time.
 */
class FindCommandRecorder implements CommandListener {

    private static final Set<String> READS = Set.of("find", "getMore");

    private final List<BsonDocument> recorded = new CopyOnWriteArrayList<>();
    private final AtomicLong repliedBytes = new AtomicLong();

    @Bean
    MongoClientSettingsBuilderCustomizer findCommandRecorderCustomizer() {
        return settings -> settings.addCommandListener(this);
    }

    @Override
    public void commandStarted(CommandStartedEvent event) {
        if (event.getCommandName().equals("find") && event.getCommand().containsKey("sort") && !isOfMigration()) {
            recorded.add(event.getCommand().clone());
        }
    }

    @Override
    public void commandSucceeded(CommandSucceededEvent event) {
        if (READS.contains(event.getCommandName()) && !isOfMigration()) {
            repliedBytes.addAndGet(new RawBsonDocument(event.getResponse(), new BsonDocumentCodec())
                    .getByteBuffer()
                    .remaining());
        }
    }

    /** The driver calls listeners on the thread that sends the command. */
    private static boolean isOfMigration() {
        return Thread.currentThread().getName().endsWith("-migration");
    }

    /** Returns the size of the replies to all reads so far. */
    long repliedBytes() {
        return repliedBytes.get();
    }

    /** Returns the latest command for the collection. */
    BsonDocument last(String collection) {
        return recorded.stream()
                .filter(find -> find.getString("find").getValue().equals(collection))
                .reduce((earlier, later) -> later)
                .orElseThrow();
    }
}
