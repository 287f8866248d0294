package com.ticketing.tickets.ticket;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import com.ticketing.common.text.SearchTerm;
import com.ticketing.tickets.ticket.TicketSearch.Filter;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.bson.types.Decimal128;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.query.Criteria;

/** Translates a search to conditions. */
final class OnSaleQuery {

    private OnSaleQuery() {}

    /** Returns the conditions for a ticket that is on sale at the time and that the filter finds. */
    static List<Criteria> conditions(TicketSearch search, Instant now) {
        Filter filter = search.filter();
        List<Criteria> conditions = new ArrayList<>();
        conditions.add(where(Ticket.ON_SALE).is(true));
        add(conditions, filter.city(), where(Ticket.CITY_KEY)::is);
        add(conditions, filter.category(), where(Ticket.FACTS + ".category")::is);
        conditions.add(notStarted(search.sort(), filter, now));
        add(conditions, filter.from(), where(Ticket.LISTED_UNTIL)::gte);
        add(conditions, filter.to(), where(Ticket.LISTED_UNTIL)::lt);
        add(conditions, decimal(filter.minPrice()), where(Ticket.PRICE)::gte);
        add(conditions, decimal(filter.maxPrice()), where(Ticket.PRICE)::lte);
        return conditions;
    }

    private static <V> void add(List<Criteria> conditions, @Nullable V value, Function<V, Criteria> condition) {
        if (value != null) {
            conditions.add(condition.apply(value));
        }
    }

    private static @Nullable Decimal128 decimal(@Nullable BigDecimal price) {
        return price == null ? null : new Decimal128(price);
    }

    /** Tickets that an older version has stored have no such field until the migration has passed them. */
    private static Criteria notStarted(TicketSort sort, Filter filter, Instant now) {
        if (filter.limitsStart()) {
            return where(Ticket.LISTED_UNTIL).gt(now).lt(Ticket.NEVER);
        }
        return sort == TicketSort.SOONEST
                ? where(Ticket.LISTED_UNTIL).gt(now)
                : where(Ticket.LISTED_UNTIL).not().lte(now);
    }

    /** Returns the condition for a ticket that each of the terms finds; empty without terms. */
    static Optional<Criteria> matching(Collection<SearchTerm> terms) {
        return terms.isEmpty()
                ? Optional.empty()
                : Optional.of(new Criteria()
                        .andOperator(terms.stream().map(OnSaleQuery::matches).toList()));
    }

    private static Criteria matches(SearchTerm term) {
        Criteria word = hasTokenWithPrefix(term.word());
        return term.isDivided() ? new Criteria().orOperator(word, hasTokensWithPrefixes(term.parts())) : word;
    }

    private static Criteria hasTokensWithPrefixes(Collection<String> prefixes) {
        return new Criteria()
                .andOperator(
                        prefixes.stream().map(OnSaleQuery::hasTokenWithPrefix).toList());
    }

    /** A range instead of a regular expression, so that the index serves it. */
    private static Criteria hasTokenWithPrefix(String prefix) {
        return where(Ticket.SEARCH_TOKENS).elemMatch(new Criteria().gte(prefix).lt(successor(prefix)));
    }

    /**
     * Returns the smallest text that is greater than every text with the prefix, in the order of bytes and of
     * characters.
     */
    private static String successor(String prefix) {
        int last = prefix.codePointBefore(prefix.length());
        return prefix.substring(0, prefix.length() - Character.charCount(last)) + Character.toString(last + 1);
    }
}
