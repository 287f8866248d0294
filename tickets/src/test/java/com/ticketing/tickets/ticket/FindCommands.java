package com.ticketing.tickets.ticket;

import com.mongodb.event.CommandListener;
import com.mongodb.event.CommandStartedEvent;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.bson.BsonDocument;
import org.springframework.boot.mongodb.autoconfigure.MongoClientSettingsBuilderCustomizer;
import org.springframework.context.annotation.Bean;

/** The lists that the service asks its database for: what is looked up by key has no order. */
class FindCommands implements CommandListener {

    private final List<BsonDocument> sent = new CopyOnWriteArrayList<>();

    @Bean
    MongoClientSettingsBuilderCustomizer findCommandsListener() {
        return settings -> settings.addCommandListener(this);
    }

    @Override
    public void commandStarted(CommandStartedEvent event) {
        if (event.getCommandName().equals("find") && event.getCommand().containsKey("sort")) {
            sent.add(event.getCommand().clone());
        }
    }

    /** The newest of the given collection. */
    BsonDocument last(String collection) {
        return sent.stream()
                .filter(find -> find.getString("find").getValue().equals(collection))
                .reduce((earlier, later) -> later)
                .orElseThrow();
    }
}
