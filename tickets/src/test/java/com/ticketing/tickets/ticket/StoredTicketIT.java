package com.ticketing.tickets.ticket;

import static com.ticketing.servicetest.StoredDocuments.surviving;
import static com.ticketing.testsupport.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import com.ticketing.common.text.SearchTokens;
import com.ticketing.common.time.BackgroundTask;
import com.ticketing.servicetest.StoredDocuments;
import java.util.stream.Stream;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.data.mongodb.core.MongoOperations;

/** Tickets that released versions have stored. */
@TicketsServiceTest
class StoredTicketIT {

    @Autowired
    MongoOperations mongo;

    @Autowired
    Tickets tickets;

    @Autowired
    @Qualifier("searchTokensMigration")
    BackgroundTask searchTokensMigration;

    @Autowired
    @Qualifier("listedUntilMigration")
    BackgroundTask listedUntilMigration;

    @Autowired
    @Qualifier("listingGroupMigration")
    BackgroundTask listingGroupMigration;

    /** A migration that runs late would change the document of another test. */
    @BeforeEach
    void stopMigrations() {
        migrations().forEach(BackgroundTask::stop);
    }

    @AfterEach
    void restartMigrations() {
        stopMigrations();
        migrations().forEach(BackgroundTask::start);
    }

    @Test
    void readsChangesAndWritesATicketOfVersion010() {
        StoredDocuments stored = new StoredDocuments(mongo, Ticket.class);
        Document released = stored.insert("0.1.0/ticket.json");

        Ticket ticket = tickets.find(released.getString("_id")).orElseThrow();
        assertThat(ticket.version()).isEqualTo(3);
        assertThat(ticket.title()).isEqualTo("Concert, front row");
        assertThat(ticket.price()).isEqualTo("19.99");
        assertThat(ticket.sellerId()).isEqualTo("6924f0a15c0b2e6d7c0000aa");
        assertThat(ticket.orderId()).contains("6924f0a15c0b2e6d7c000012");
        ticket.setSellerExcluded(true);
        tickets.save(ticket);

        Document saved = stored.get(released);
        assertThat(saved.getLong("version")).isEqualTo(4);
        assertThat(saved.getBoolean("hidden")).isTrue();
        assertThat(saved.getList("orders", Document.class))
                .containsExactlyInAnyOrderElementsOf(released.getList("orders", Document.class));
        String[] changed = {
            "hidden", "sellerDeleted", "erased", "withdrawn", "group", "orders", "prunedOrders", "facts", "listedUntil"
        };
        assertThat(surviving(saved, changed)).isEqualTo(surviving(released, changed));
    }

    @Test
    void listsATicketOfVersion010ByDateAfterTheMigration() {
        StoredDocuments stored = new StoredDocuments(mongo, Ticket.class);
        Document released = stored.insert("0.1.0/ticket.json");

        run(listedUntilMigration);

        eventually(() -> assertThat(stored.get(released).getDate("listedUntil")).isEqualTo(Ticket.NEVER));
        assertThat(surviving(stored.get(released), "listedUntil")).isEqualTo(surviving(released));
    }

    @Test
    void replacesTheSearchTokensOfVersion010() {
        StoredDocuments stored = new StoredDocuments(mongo, Ticket.class);
        Document released = stored.insert("0.1.0/ticket.json");

        run(searchTokensMigration);

        eventually(() -> assertThat(stored.get(released).getList("words", String.class))
                .isEqualTo(SearchTokens.of("Concert, front row")));
        assertThat(surviving(stored.get(released), "words")).isEqualTo(surviving(released, "words"));
        assertThat(stored.get(released).getLong("version")).isEqualTo(released.getLong("version"));
    }

    /** Runs it twice: the first run may continue a pass that has been stopped. */
    private static void run(BackgroundTask migration) {
        migration.start();
        migration.wake();
    }

    private Stream<BackgroundTask> migrations() {
        return Stream.of(searchTokensMigration, listedUntilMigration, listingGroupMigration);
    }
}
