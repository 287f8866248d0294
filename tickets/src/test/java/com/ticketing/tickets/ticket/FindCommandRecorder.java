package com.ticketing.tickets.ticket;

import com.mongodb.event.CommandListener;
import com.mongodb.event.CommandStartedEvent;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.bson.BsonDocument;
import org.springframework.boot.mongodb.autoconfigure.MongoClientSettingsBuilderCustomizer;
import org.springframework.context.annotation.Bean;

/** Records the sorted {@code find} commands that the service sends to MongoDB. Lookups by key are not sorted. */
class FindCommandRecorder implements CommandListener {

    private final List<BsonDocument> recorded = new CopyOnWriteArrayList<>();

    @Bean
    MongoClientSettingsBuilderCustomizer findCommandRecorderCustomizer() {
        return settings -> settings.addCommandListener(this);
    }

    @Override
    public void commandStarted(CommandStartedEvent event) {
        if (event.getCommandName().equals("find") && event.getCommand().containsKey("sort")) {
            recorded.add(event.getCommand().clone());
        }
    }

    /** Returns the latest command for the collection. */
    BsonDocument last(String collection) {
        return recorded.stream()
                .filter(find -> find.getString("find").getValue().equals(collection))
                .reduce((earlier, later) -> later)
                .orElseThrow();
    }
}
