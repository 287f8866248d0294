package com.ticketing.tickets.ticket;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import com.ticketing.common.paging.Keyset;
import com.ticketing.common.persistence.AggregateRepository;
import com.ticketing.common.persistence.AggregateStore;
import com.ticketing.common.text.SearchTerm;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.data.domain.Sort.Direction;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.data.mongodb.core.index.IndexDefinition;
import org.springframework.data.mongodb.core.index.PartialIndexFilter;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Repository;

@Repository
class Tickets extends AggregateRepository<Ticket> {

    private final SearchPlanner planner;

    Tickets(AggregateStore store, SearchPlanner planner) {
        super(Ticket.class, store);
        this.planner = planner;
    }

    /** The index of the tickets on sale contains no others, so it does not grow with what was sold. */
    @Override
    protected List<IndexDefinition> ownIndexes() {
        return List.of(
                new Index()
                        .on(Ticket.ON_SALE, Direction.ASC)
                        .on("_id", Direction.DESC)
                        .partial(PartialIndexFilter.of(where(Ticket.ON_SALE).is(true))),
                new Index().on(Ticket.SEARCH_TOKENS, Direction.ASC),
                new Index().on(Ticket.SELLER, Direction.ASC).on("_id", Direction.DESC));
    }

    Optional<TicketView> view(String id) {
        return Optional.ofNullable(
                mongo().findOne(TicketView.of(query(where("_id").is(id))), TicketView.class));
    }

    /** Returns the tickets on sale that each of the terms finds; without terms, all. */
    List<TicketView> search(Collection<SearchTerm> terms, Keyset page) {
        Criteria onSale = where(Ticket.ON_SALE).is(true);
        Optional<Criteria> matching =
                Optional.of(terms).filter(all -> !all.isEmpty()).map(Tickets::matchAll);
        Query search =
                TicketView.of(page.query(matching.map(onSale::andOperator).orElse(onSale)));
        planner.index(matching, page.limit()).ifPresent(search::withHint);
        return mongo().find(search, TicketView.class);
    }

    private static Criteria matchAll(Collection<SearchTerm> terms) {
        return new Criteria().andOperator(terms.stream().map(Tickets::matches).toList());
    }

    private static Criteria matches(SearchTerm term) {
        Criteria word = hasTokenWithPrefix(term.word());
        return term.isDivided() ? new Criteria().orOperator(word, hasTokensWithPrefixes(term.parts())) : word;
    }

    private static Criteria hasTokensWithPrefixes(Collection<String> prefixes) {
        return new Criteria()
                .andOperator(prefixes.stream().map(Tickets::hasTokenWithPrefix).toList());
    }

    /** A range instead of a regular expression, so that the index serves it. */
    private static Criteria hasTokenWithPrefix(String prefix) {
        return where(Ticket.SEARCH_TOKENS).elemMatch(new Criteria().gte(prefix).lt(successor(prefix)));
    }

    /** Returns the smallest text that is greater than every text with the prefix, in the order of bytes and of characters. */
    private static String successor(String prefix) {
        int last = prefix.codePointBefore(prefix.length());
        return prefix.substring(0, prefix.length() - Character.charCount(last)) + Character.toString(last + 1);
    }

    List<TicketView> ofSeller(String sellerId, Keyset page) {
        return mongo().find(TicketView.of(page.query(where(Ticket.SELLER).is(sellerId))), TicketView.class);
    }
}
