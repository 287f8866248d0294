package com.ticketing.tickets.ticket;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import com.ticketing.common.paging.Keyset;
import com.ticketing.common.persistence.AggregateRepository;
import com.ticketing.common.persistence.AggregateStore;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.data.domain.Sort.Direction;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.data.mongodb.core.index.IndexDefinition;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Repository;

@Repository
class Tickets extends AggregateRepository<Ticket> {

    /** Beyond this number, the listings of a group are not counted. */
    static final int MAX_TOTAL = 1_000;

    private final SearchPlanner planner;

    Tickets(AggregateStore store, SearchPlanner planner) {
        super(Ticket.class, store);
        this.planner = planner;
    }

    @Override
    protected List<IndexDefinition> ownIndexes() {
        List<IndexDefinition> indexes = new ArrayList<>(List.of(
                new Index().on(Ticket.SEARCH_TOKENS, Direction.ASC),
                new Index().on(Ticket.SELLER, Direction.ASC).on("_id", Direction.DESC),
                new Index()
                        .on(Ticket.SELLER, Direction.ASC)
                        .on(Ticket.GROUP, Direction.ASC)
                        .on("_id", Direction.DESC)));
        OnSaleIndex.all().forEach(index -> indexes.add(index.definition()));
        indexes.add(OverdueDeliveries.index());
        return indexes;
    }

    Optional<TicketView> view(String id) {
        return views(List.of(id)).stream().findFirst();
    }

    /** Returns the views of those tickets that exist, in any order. */
    List<TicketView> views(Collection<String> ids) {
        Criteria sought = ids.size() == 1
                ? where("_id").is(ids.iterator().next())
                : where("_id").in(ids);
        return mongo().find(TicketView.withDescription(query(sought).limit(ids.size())), TicketView.class);
    }

    /** Returns the tickets that the search finds and that are on sale at the time: those of the page and one more. */
    List<TicketView> search(TicketSearch search, Instant now) {
        Optional<Criteria> matching = OnSaleQuery.matching(search.terms());
        Optional<String> index = index(search, matching);
        List<Criteria> conditions = OnSaleQuery.conditions(search, now);
        matching.ifPresent(conditions::add);
        return find(search, conditions, index);
    }

    /** Returns the tickets of {@link OverdueDeliveries}, the longest overdue first: those of the page and one more. */
    List<TicketView> overdueDeliveries(TicketSearch page, Instant now) {
        return find(page, List.of(OverdueDeliveries.at(now)), Optional.of(OverdueDeliveries.INDEX));
    }

    private List<TicketView> find(TicketSearch search, List<Criteria> conditions, Optional<String> index) {
        int limit = search.page().limit() + 1;
        List<TicketView> found = new ArrayList<>();
        for (List<Criteria> range : search.ranges()) {
            if (found.size() < limit) {
                List<Criteria> inRange =
                        Stream.concat(conditions.stream(), range.stream()).toList();
                Query page = query(new Criteria().andOperator(inRange))
                        .with(search.sort().sort())
                        .limit(limit - found.size());
                index.ifPresent(page::withHint);
                TicketView.of(page).fields().include(search.sort().field());
                found.addAll(mongo().find(page, TicketView.class));
            }
        }
        return found;
    }

    /** A search for words has the choice between their index and that of its order. */
    private Optional<String> index(TicketSearch search, Optional<Criteria> matching) {
        if (search.isPlain()) {
            return planner.index(matching, search.page().limit());
        }
        return matching.isPresent()
                ? Optional.empty()
                : Optional.of(OnSaleIndex.of(search).name());
    }

    List<TicketView> ofSeller(String sellerId, Keyset page) {
        return mongo().find(TicketView.of(page.query(where(Ticket.SELLER).is(sellerId))), TicketView.class);
    }

    List<TicketView> ofSeller(String sellerId, ListingGroup group, Keyset page) {
        return mongo().find(TicketView.of(page.query(inGroup(sellerId, group))), TicketView.class);
    }

    /** Counts the seller's tickets of the group, up to {@link #MAX_TOTAL}. */
    long count(String sellerId, ListingGroup group) {
        return mongo().count(query(inGroup(sellerId, group)).limit(MAX_TOTAL), Ticket.class);
    }

    private static Criteria inGroup(String sellerId, ListingGroup group) {
        return where(Ticket.SELLER).is(sellerId).and(Ticket.GROUP).is(group);
    }

    List<TicketView> describedOfSeller(String sellerId, Keyset page) {
        Query described =
                TicketView.withDescription(page.query(where(Ticket.SELLER).is(sellerId)));
        return mongo().find(described, TicketView.class);
    }
}
