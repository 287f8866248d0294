package com.ticketing.tickets.ticket;

import static org.springframework.data.mongodb.core.query.Criteria.where;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.data.domain.Sort.Direction;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.data.mongodb.core.index.IndexDefinition;
import org.springframework.data.mongodb.core.index.PartialIndexFilter;

/**
 * The index of an order of the list, of all cities or by city. It contains only tickets on sale, so it does not grow
 * with what was sold. Equal fields come first, then the sorted ones, so that the server sorts nothing.
 */
record OnSaleIndex(TicketSort sort, boolean byCity) {

    static List<OnSaleIndex> all() {
        return Arrays.stream(TicketSort.values())
                // the index of the ascending price is read backwards
                .filter(sort -> sort != TicketSort.DEAREST)
                .flatMap(sort -> Stream.of(new OnSaleIndex(sort, false), new OnSaleIndex(sort, true)))
                .toList();
    }

    static OnSaleIndex of(TicketSearch search) {
        TicketSort sort = search.sort() == TicketSort.DEAREST ? TicketSort.CHEAPEST : search.sort();
        return new OnSaleIndex(sort, search.filter().city() != null);
    }

    IndexDefinition definition() {
        Index index = new Index().on(Ticket.ON_SALE, Direction.ASC);
        if (byCity) {
            index.on(Ticket.CITY_KEY, Direction.ASC);
        }
        sort.sort().forEach(order -> index.on(order.getProperty(), order.getDirection()));
        return index.named(name())
                .partial(PartialIndexFilter.of(where(Ticket.ON_SALE).is(true)));
    }

    /** Returns the name that the server gives an index of these fields. */
    String name() {
        StringBuilder name = new StringBuilder(Ticket.ON_SALE + "_1");
        if (byCity) {
            name.append('_').append(Ticket.CITY_KEY).append("_1");
        }
        sort.sort()
                .forEach(order ->
                        name.append('_').append(order.getProperty()).append(order.isAscending() ? "_1" : "_-1"));
        return name.toString();
    }
}
