package com.ticketing.common.sample;

import com.ticketing.common.events.ExpirationComplete;
import com.ticketing.common.events.TicketCreated;
import com.ticketing.common.events.TicketUpdated;
import com.ticketing.common.persistence.Aggregate;
import java.math.BigDecimal;
import java.time.Instant;
import org.bson.types.ObjectId;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.PersistenceCreator;
import org.springframework.data.mongodb.core.mapping.Document;
import org.springframework.data.mongodb.core.mapping.Field;
import org.springframework.data.mongodb.core.mapping.FieldType;

@Document("listings")
public class Listing extends Aggregate {

    private String title;

    @Field(targetType = FieldType.DECIMAL128)
    private final BigDecimal price;

    private @Nullable String orderId;

    @SuppressWarnings("UnusedVariable") // stored, and read as a document
    private @Nullable Place place;

    @PersistenceCreator
    private Listing(String id, String title, BigDecimal price, @Nullable String orderId) {
        super(id);
        this.title = title;
        this.price = price;
        this.orderId = orderId;
    }

    public static Listing of(String title) {
        Listing listing = new Listing(new ObjectId().toHexString(), title, BigDecimal.TEN, null);
        listing.raise(new TicketCreated(listing.id(), listing.nextVersion(), title, listing.price, "seller"));
        return listing;
    }

    public void rename(String to) {
        title = to;
        raiseUpdated();
    }

    public void hold(String order) {
        orderId = order;
        raiseUpdated();
    }

    public void release() {
        orderId = null;
        raiseUpdated();
    }

    public void moveTo(@Nullable Place to) {
        place = to;
        raiseUpdated();
    }

    public void holdUntil(Instant due, String order) {
        hold(order);
        raiseAt(due, new ExpirationComplete(order));
    }

    public void releaseEarly() {
        discardUnpublished();
        release();
    }

    @Override
    protected void raiseCurrentState() {
        raise(new TicketUpdated(id(), version(), title, price, "seller", orderId));
    }

    private void raiseUpdated() {
        raise(new TicketUpdated(id(), nextVersion(), title, price, "seller", orderId));
    }

    public String title() {
        return title;
    }

    public BigDecimal price() {
        return price;
    }

    public @Nullable String orderId() {
        return orderId;
    }

    public record Place(String hall, @Nullable String seat) {}
}
