package com.ticketing.tickets.ticket;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.ticketing.common.ids.TimeOrderedIds;
import com.ticketing.common.paging.Keyset;
import com.ticketing.common.persistence.Aggregate;
import com.ticketing.common.persistence.AggregateStore;
import com.ticketing.common.persistence.PendingEvents;
import com.ticketing.common.text.SearchTerm;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.bson.Document;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.index.IndexDefinition;
import org.springframework.data.mongodb.core.query.Criteria;

/**
 * Measures the ticket list with many tickets, by hand: {@code ListBenchmark mongodb://localhost:27017 1000000 [more
 * sizes]}. It fills one database per combination, keeps it for the next run, and compares the service's query with
 * every plan that a hint can select. Milliseconds, medians.
 */
final class ListBenchmark {

    private static final int[] SHARES = {1, 10, 1_000};
    private static final int RUNS = 9;
    private static final int BATCH = 1_000;
    private static final int PAGE = 50;

    private ListBenchmark() {}

    public static void main(String... arguments) {
        try (MongoClient client = MongoClients.create(arguments[0])) {
            print("| Tickets | On sale | First page | Tenth page | Rare word | Frequent word |");
            print("|---|---|---|---|---|---|");
            for (int argument = 1; argument < arguments.length; argument++) {
                int tickets = Integer.parseInt(arguments[argument]);
                for (int share : SHARES) {
                    MongoTemplate mongo = new MongoTemplate(client, "list_" + tickets + "_" + share);
                    fill(mongo, tickets, share);
                    print(row(mongo, tickets, share));
                }
            }
        }
    }

    private static String row(MongoOperations mongo, int size, int share) {
        SearchPlanner planner = new SearchPlanner(mongo);
        Tickets tickets = new Tickets(new ReadOnlyStore(mongo), planner);
        tickets.ownIndexes().forEach(index -> mongo.indexOps(Ticket.class).createIndex(index));
        planner.refresh();
        Keyset first = new Keyset(null, PAGE);
        List<TicketView> nine = tickets.search(search(List.of(), new Keyset(null, 9 * PAGE - 1)), Instant.now());
        Keyset tenth = nine.isEmpty() ? first : new Keyset(nine.getLast().id(), PAGE);
        StringBuilder row = new StringBuilder("| %,d | %s %% ".formatted(size, share == 1_000 ? "0.1" : 100 / share));
        for (Object[] search : new Object[][] {
            {List.of(), first}, {List.of(), tenth}, {SearchTerm.of("rare"), first}, {SearchTerm.of("concert"), first}
        }) {
            row.append("| ").append(cell(mongo, tickets, terms(search[0]), (Keyset) search[1]));
        }
        return row.append("|").toString();
    }

    private static List<SearchTerm> terms(Object terms) {
        return ((List<?>) terms).stream().map(SearchTerm.class::cast).toList();
    }

    private static String cell(MongoOperations mongo, Tickets tickets, List<SearchTerm> terms, Keyset page) {
        TicketSearch search = search(terms, page);
        double own = median(() -> tickets.search(search, Instant.now()));
        double best = own;
        for (String plan : List.of(SearchPlanner.WALK, SearchPlanner.ON_SALE_INDEX, SearchPlanner.TOKENS_INDEX)) {
            Tickets forced = new Tickets(new ReadOnlyStore(mongo), new ForcedPlan(mongo, plan));
            best = Math.min(best, median(() -> forced.search(search, Instant.now())));
        }
        return String.format(Locale.ROOT, "%.1f (%.1f×) ", own, own / best);
    }

    private static TicketSearch search(List<SearchTerm> terms, Keyset page) {
        return new TicketSearch(Set.copyOf(terms), TicketSearch.Filter.NONE, TicketSort.NEWEST, page, null);
    }

    private static double median(Runnable query) {
        query.run();
        long begin = System.nanoTime();
        List<Long> times = new ArrayList<>();
        // a plan that takes seconds is not the best one
        while (times.size() < RUNS && (times.isEmpty() || System.nanoTime() - begin < 2_000_000_000L)) {
            long start = System.nanoTime();
            query.run();
            times.add(System.nanoTime() - start);
        }
        return times.stream().sorted().skip(times.size() / 2).findFirst().orElseThrow() / 1e6;
    }

    private static void fill(MongoOperations mongo, int tickets, int share) {
        if (mongo.estimatedCount(Ticket.class) == tickets) {
            return;
        }
        mongo.dropCollection(Ticket.class);
        LongStream.range(0, (tickets + BATCH - 1) / BATCH)
                .forEach(batch -> mongo.getCollection("tickets")
                        .insertMany(IntStream.range(0, Math.min(BATCH, tickets))
                                .mapToObj(i -> ticket(batch * BATCH + i, share))
                                .toList()));
    }

    private static Document ticket(long number, int share) {
        List<String> tokens = new ArrayList<>(List.of("concert", "number", Long.toString(number)));
        if (number % 1_000 == 7) {
            tokens.add("rare");
        }
        return new Document("_id", TimeOrderedIds.next())
                .append(Ticket.SELLER, TimeOrderedIds.next())
                .append("title", "Concert number " + number)
                .append(Ticket.SEARCH_TOKENS, tokens)
                .append("price", BigDecimal.TWO)
                .append(Ticket.ORDERS, List.of())
                .append("hidden", false)
                .append(Ticket.ON_SALE, number * 7_919 % share == 0)
                .append(Ticket.LISTED_UNTIL, Ticket.NEVER)
                .append("version", 0L);
    }

    @SuppressWarnings("SystemOut")
    private static void print(String line) {
        System.out.println(line);
    }

    private static final class ForcedPlan extends SearchPlanner {

        private final String plan;

        ForcedPlan(MongoOperations mongo, String plan) {
            super(mongo);
            this.plan = plan;
        }

        @Override
        Optional<String> index(Optional<Criteria> matchingTokens, int limit) {
            return Optional.of(plan);
        }
    }

    private record ReadOnlyStore(MongoOperations mongo) implements AggregateStore {

        @Override
        public List<IndexDefinition> indexes() {
            return List.of();
        }

        @Override
        public <T extends Aggregate> Optional<T> find(Class<T> type, String id) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void insert(Aggregate aggregate, PendingEvents events) {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<Aggregate> insertAll(Map<? extends Aggregate, PendingEvents> aggregates) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void update(Aggregate aggregate, PendingEvents events) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void append(Aggregate aggregate, PendingEvents events) {
            throw new UnsupportedOperationException();
        }
    }
}
