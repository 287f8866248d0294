package com.ticketing.tickets.delivery;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.mapping.Document;
import org.springframework.data.mongodb.core.mapping.FieldType;
import org.springframework.data.mongodb.core.mapping.MongoId;
import org.springframework.data.mongodb.core.mapping.Sharded;
import org.springframework.data.mongodb.core.mapping.ShardingStrategy;

/**
 * A delivery as it is stored. It is in use once its ticket refers to it.
 *
 * @param id the fingerprint of the content, so that the same content cannot be given twice
 * @param size the size of the content in bytes
 * @param content null if it was not loaded, or erased because the delivery was replaced after a buyer had read it
 * @param orderId the order whose buyer has read it; null until then. No buyer of another order may read it.
 * @param readAt the first time that its buyer has read it
 * @param reads the first times, at most {@link Deliveries#MAX_READS}
 */
@Document("deliveries")
@Sharded(shardingStrategy = ShardingStrategy.HASH)
public record Delivery(
        @MongoId(FieldType.STRING) String id,
        String ticketId,
        DeliveryKind kind,
        int size,
        Instant givenAt,
        @Nullable SealedContent content,
        @Nullable String orderId,
        @Nullable Instant readAt,
        @Nullable List<DeliveryRead> reads) {

    public DeliveryReference reference() {
        return new DeliveryReference(id, givenAt);
    }

    /** Returns the recorded reads, the newest last. */
    public List<DeliveryRead> firstReads() {
        return reads == null
                ? List.of()
                : reads.stream().sorted(Comparator.comparing(DeliveryRead::at)).toList();
    }

    /** Binds the content to its ticket, so that it cannot be moved to another one within the database. */
    static String context(String ticketId, String id) {
        return ticketId + " " + id;
    }

    /**
     * Returns whether the buyer of another order has read it.
     *
     * @param currentOrderId the order of the ticket's current sale; null if it is not sold
     */
    public boolean isSpent(@Nullable String currentOrderId) {
        return orderId != null && !orderId.equals(currentOrderId);
    }
}
