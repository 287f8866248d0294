package com.ticketing.tickets.delivery;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import com.ticketing.common.errors.ApiException;
import com.ticketing.common.persistence.IndexedCollection;
import com.ticketing.tickets.TicketError;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.domain.Sort;
import org.springframework.data.domain.Sort.Direction;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.data.mongodb.core.index.IndexDefinition;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Repository;

/**
 * Stores encrypted deliveries. The fingerprint of the content is the document's id, so the database decides which of
 * several tickets gets it. A delivery is stored before its ticket refers to it and removed after its ticket refers to
 * another one, so a reference always has its content.
 */
@Repository
public class Deliveries implements IndexedCollection {

    /** The number of reads that are recorded per delivery. The first ones are the evidence. */
    static final int MAX_READS = 50;

    /** The number of deliveries of a ticket that {@link #ofTicket} returns. Each one more takes a refund and a sale. */
    static final int MAX_PER_TICKET = 50;

    private static final String TICKET = "ticketId";
    private static final String ORDER = "orderId";
    private static final String GIVEN = "givenAt";
    private static final String CONTENT = "content";

    private final MongoOperations mongo;
    private final DeliveryKeys keys;
    private final Clock clock;

    Deliveries(MongoOperations mongo, DeliveryKeys keys, Clock clock) {
        this.mongo = mongo;
        this.keys = keys;
        this.clock = clock;
    }

    @Override
    public Class<Delivery> type() {
        return Delivery.class;
    }

    @Override
    public List<IndexDefinition> indexes() {
        return List.of(new Index().on(TICKET, Direction.ASC).on(GIVEN, Direction.ASC));
    }

    /**
     * Stores the content for the ticket. If a concurrent request or one that was interrupted has stored it for the same
     * ticket, and no buyer has read it, returns that one.
     *
     * @throws ApiException {@link TicketError#DELIVERY_USED} if the content was given before
     */
    public DeliveryReference store(String ticketId, DeliveryContent content) {
        List<String> fingerprints = keys.fingerprints(content);
        // no delivery is stored under a previous key any more, so this check and the insert cannot race
        if (fingerprints.size() > 1 && isStored(fingerprints.subList(1, fingerprints.size()))) {
            throw new ApiException(TicketError.DELIVERY_USED);
        }
        Delivery delivery = seal(fingerprints.getFirst(), ticketId, content);
        try {
            return mongo.insert(delivery).reference();
        } catch (DuplicateKeyException e) {
            return unreadReference(delivery).orElseThrow(() -> new ApiException(TicketError.DELIVERY_USED));
        }
    }

    private boolean isStored(List<String> ids) {
        return mongo.exists(query(where("_id").in(ids)), Delivery.class);
    }

    private Delivery seal(String id, String ticketId, DeliveryContent content) {
        return new Delivery(
                id,
                ticketId,
                content.kind(),
                content.bytes().length,
                clock.instant().truncatedTo(ChronoUnit.MILLIS),
                keys.seal(content, Delivery.context(ticketId, id)),
                null,
                null,
                null);
    }

    private Optional<DeliveryReference> unreadReference(Delivery delivery) {
        Criteria unreadOfTicket = where("_id")
                .is(delivery.id())
                .and(TICKET)
                .is(delivery.ticketId())
                .and(ORDER)
                .isNull();
        Query stored = query(unreadOfTicket);
        stored.fields().exclude(CONTENT);
        return Optional.ofNullable(mongo.findOne(stored, Delivery.class)).map(Delivery::reference);
    }

    /** Returns whether the referenced delivery has this content. */
    public boolean isOf(DeliveryReference reference, DeliveryContent content) {
        return keys.fingerprints(content).contains(reference.id());
    }

    /** Returns the delivery without its content. */
    public Optional<Delivery> describe(DeliveryReference reference) {
        Query byId = query(where("_id").is(reference.id()));
        byId.fields().exclude(CONTENT);
        return Optional.ofNullable(mongo.findOne(byId, Delivery.class));
    }

    /**
     * Returns the newest deliveries that the ticket refers to or that a buyer has read, the oldest first, without their
     * contents.
     *
     * @param current the ticket's reference; null if it has none
     */
    public List<Delivery> ofTicket(String ticketId, @Nullable DeliveryReference current) {
        Criteria given = current == null
                ? where(ORDER).exists(true)
                : new Criteria()
                        .orOperator(where(ORDER).exists(true), where("_id").is(current.id()));
        Query ofTicket = query(new Criteria().andOperator(where(TICKET).is(ticketId), given))
                .with(Sort.by(GIVEN).descending())
                .limit(MAX_PER_TICKET);
        ofTicket.fields().exclude(CONTENT);
        return mongo.find(ofTicket, Delivery.class).reversed();
    }

    /** Returns the content for the seller. */
    public Optional<byte[]> content(DeliveryReference reference) {
        return Optional.ofNullable(mongo.findById(reference.id(), Delivery.class))
                .map(this::open);
    }

    /**
     * Returns the content for the buyer and records the read, with one operation: afterwards no buyer of another order
     * can read it. Empty if the buyer of another order was first.
     */
    public Optional<byte[]> read(DeliveryReference reference, String orderId, String buyerId) {
        Query readable = query(where("_id").is(reference.id()).and(ORDER).in(null, orderId));
        var now = clock.instant();
        Update read = new Update()
                .set(ORDER, orderId)
                .min("readAt", now)
                .push("reads")
                .slice(MAX_READS)
                .each(new DeliveryRead(buyerId, now));
        return Optional.ofNullable(mongo.findAndModify(readable, read, Delivery.class))
                .map(this::open);
    }

    private byte[] open(Delivery delivery) {
        SealedContent content = delivery.content();
        if (content == null) {
            throw new IllegalStateException("The content of a delivery is erased: id=" + delivery.id());
        }
        return keys.open(content, Delivery.context(delivery.ticketId(), delivery.id()));
    }

    /**
     * Removes a delivery that its ticket does not refer to. One that a buyer has read keeps its reads, as evidence, and
     * its fingerprint, so that it is not given again; only its content is erased.
     */
    public void discard(DeliveryReference reference) {
        Criteria same = where("_id").is(reference.id()).and(GIVEN).is(reference.givenAt());
        Criteria unread = new Criteria().andOperator(same, where(ORDER).isNull());
        if (mongo.remove(query(unread), Delivery.class).getDeletedCount() == 0) {
            mongo.updateFirst(query(same), new Update().unset(CONTENT), Delivery.class);
        }
    }

    /**
     * Removes all deliveries of a ticket as {@link #discard} does, those included that the ticket never referred to,
     * because the process ended before.
     */
    public void discardAll(String ticketId) {
        Criteria ofTicket = where(TICKET).is(ticketId);
        Criteria unread = new Criteria().andOperator(ofTicket, where(ORDER).isNull());
        mongo.remove(query(unread), Delivery.class);
        mongo.updateMulti(query(ofTicket), new Update().unset(CONTENT), Delivery.class);
    }
}
