package com.ticketing.tickets.ticket;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import com.ticketing.common.paging.Keyset;
import com.ticketing.common.persistence.AggregateRepository;
import com.ticketing.common.persistence.AggregateStore;
import java.util.List;
import org.springframework.data.domain.Sort.Direction;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.data.mongodb.core.index.IndexDefinition;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.stereotype.Repository;

@Repository
class Tickets extends AggregateRepository<Ticket> {

    Tickets(AggregateStore store) {
        super(Ticket.class, store);
    }

    /**
     * The list walks {@code _id} from the newest on and passes over what is taken: new tickets mostly are not, and an index
     * on {@code listed} would be written with every order.
     */
    @Override
    protected List<IndexDefinition> ownIndexes() {
        return List.of(
                new Index().on("words", Direction.ASC),
                new Index().on("userId", Direction.ASC).on("_id", Direction.DESC));
    }

    /** Unreserved tickets whose titles have, for each of the words, one that begins with it. */
    List<Ticket> listed(List<String> words, Keyset page) {
        Criteria listed = where("listed").is(true);
        if (!words.isEmpty()) {
            listed = listed.andOperator(
                    words.stream().map(Tickets::hasWordBeginningWith).toList());
        }
        return mongo().find(page.query(listed), Ticket.class);
    }

    /** A range, which an index serves, in place of a pattern. */
    private static Criteria hasWordBeginningWith(String prefix) {
        return where("words").elemMatch(new Criteria().gte(prefix).lt(successor(prefix)));
    }

    /** The least text above all that begin with the given one, whether texts are compared by bytes or by characters. */
    private static String successor(String prefix) {
        int last = prefix.codePointBefore(prefix.length());
        return prefix.substring(0, prefix.length() - Character.charCount(last)) + Character.toString(last + 1);
    }

    List<String> idsOfSeller(String userId) {
        return mongo().findDistinct(query(where("userId").is(userId)), "_id", Ticket.class, String.class);
    }

    List<Ticket> ofSeller(String userId, Keyset page) {
        return mongo().find(page.query(where("userId").is(userId)), Ticket.class);
    }
}
