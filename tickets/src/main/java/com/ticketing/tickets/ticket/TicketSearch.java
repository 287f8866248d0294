package com.ticketing.tickets.ticket;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import com.ticketing.common.errors.ApiException;
import com.ticketing.common.errors.CommonError;
import com.ticketing.common.paging.Keyset;
import com.ticketing.common.text.Folding;
import com.ticketing.common.text.SearchTerm;
import com.ticketing.common.text.Text;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Set;
import org.bson.types.Decimal128;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Sort.Direction;
import org.springframework.data.mongodb.core.query.Criteria;

/**
 * A search for tickets on sale. Equal searches find the same, even if their texts differ.
 *
 * @param afterValue the sorted value of the ticket after which the page begins; null on the first page, and if the ids
 *     are the order
 */
record TicketSearch(
        Set<SearchTerm> terms,
        Filter filter,
        TicketSort sort,
        Keyset page,
        @Nullable Object afterValue) {

    private static final char SEPARATOR = '~';
    private static final int LONGEST_PRICE = 20;

    /**
     * Limits a search. Each limit is optional.
     *
     * @param city compared without case, accents and the like
     * @param from the earliest start
     * @param to the end of the starts, exclusive
     */
    record Filter(
            @Nullable String city,
            @Nullable String category,
            @Nullable Instant from,
            @Nullable Instant to,
            @Nullable BigDecimal minPrice,
            @Nullable BigDecimal maxPrice) {

        /** Finds everything. */
        static final Filter NONE = new Filter(null, null, null, null, null, null);

        Filter {
            city = city == null || Text.trim(city).isEmpty() ? null : Folding.fold(Text.trim(city));
            from = from == null ? null : storable(from);
            to = to == null ? null : storable(to);
        }

        private static Instant storable(Instant time) {
            Instant notTooEarly = time.isBefore(Instant.EPOCH) ? Instant.EPOCH : time;
            return notTooEarly.isAfter(Ticket.NEVER) ? Ticket.NEVER : notTooEarly;
        }

        boolean limitsStart() {
            return from != null || to != null;
        }
    }

    /**
     * Creates the search of a request.
     *
     * @param after the position that {@link #position} returned for the last ticket of the previous page
     * @throws ApiException with status 400 if {@code after} or {@code limit} is out of range or malformed
     */
    static TicketSearch of(
            @Nullable String q,
            Filter filter,
            TicketSort sort,
            @Nullable String after,
            @Nullable Integer limit,
            int defaultLimit) {
        Set<SearchTerm> terms = q == null ? Set.of() : Set.copyOf(SearchTerm.of(q));
        if (after == null || sort == TicketSort.NEWEST) {
            return new TicketSearch(terms, filter, sort, Keyset.of(after, limit, defaultLimit), null);
        }
        int separator = after.lastIndexOf(SEPARATOR);
        Keyset page = Keyset.of(after.substring(separator + 1), limit, defaultLimit);
        return new TicketSearch(terms, filter, sort, page, value(sort, after.substring(0, Math.max(0, separator))));
    }

    private static Object value(TicketSort sort, String text) {
        try {
            return sort == TicketSort.SOONEST ? Filter.storable(Instant.parse(text)) : price(text);
        } catch (DateTimeParseException | NumberFormatException e) {
            throw new ApiException(CommonError.INVALID_AFTER).withField("after");
        }
    }

    private static Decimal128 price(String text) {
        if (text.length() > LONGEST_PRICE) {
            throw new NumberFormatException(text);
        }
        return new Decimal128(new BigDecimal(text));
    }

    /** Returns whether the search has no filter and the order of the ids. */
    boolean isPlain() {
        return sort == TicketSort.NEWEST && filter.equals(Filter.NONE);
    }

    /**
     * Returns the conditions of the ranges that the page consists of: all tickets; or those after the previous page:
     * first the ones with the same sorted value, then the others.
     */
    List<List<Criteria>> ranges() {
        String after = page.after();
        if (after == null) {
            return List.of(List.of());
        }
        Criteria laterIds = beyond("_id", sort.ties(), after);
        return afterValue == null
                ? List.of(List.of(laterIds))
                : List.of(
                        List.of(where(sort.field()).is(afterValue), laterIds),
                        List.of(beyond(sort.field(), sort.direction(), afterValue)));
    }

    private static Criteria beyond(String field, Direction direction, Object value) {
        return direction.isAscending() ? where(field).gt(value) : where(field).lt(value);
    }

    /** Returns the position of a found ticket, after which the next page begins. */
    String position(TicketView ticket) {
        return switch (sort) {
            case NEWEST -> ticket.id();
            case CHEAPEST, DEAREST -> ticket.price().toPlainString() + SEPARATOR + ticket.id();
            case SOONEST -> ticket.listedUntil().toString() + SEPARATOR + ticket.id();
        };
    }
}
