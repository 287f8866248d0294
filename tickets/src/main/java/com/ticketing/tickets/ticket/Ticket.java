package com.ticketing.tickets.ticket;

import com.ticketing.common.events.Event;
import com.ticketing.common.events.Prices;
import com.ticketing.common.events.TicketCreated;
import com.ticketing.common.events.TicketUpdated;
import com.ticketing.common.persistence.Aggregate;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bson.types.ObjectId;
import org.springframework.data.annotation.PersistenceCreator;
import org.springframework.data.mongodb.core.mapping.Document;
import org.springframework.data.mongodb.core.mapping.Field;
import org.springframework.data.mongodb.core.mapping.FieldType;

/**
 * One ticket. It keeps a small record of every order it has heard of, ended ones included, and the order that holds it
 * follows from these; so the orders' events may come repeated and in any order.
 */
@Document("tickets")
@SuppressWarnings("UnusedVariable") // some fields are read by the database alone
class Ticket extends Aggregate {

    /** Far more orders than a ticket is likely to see; the oldest ended ones are forgotten beyond it. */
    private static final int MOST_ORDERS = 1_000;

    private final String userId;
    private String title;

    /** What {@code q} searches; stored because an index needs it. */
    private List<String> words;

    @Field(targetType = FieldType.DECIMAL128)
    private BigDecimal price;

    private List<OrderRecord> orders;

    /** Whether its seller was banned: then it is for sale to nobody. */
    private boolean hidden;

    /** Follows from {@code orders} and {@code hidden}; stored because the list is queried by it. */
    private boolean listed;

    @PersistenceCreator
    private Ticket(
            String id,
            String userId,
            String title,
            List<String> words,
            BigDecimal price,
            List<OrderRecord> orders,
            boolean hidden,
            boolean listed) {
        super(id);
        this.userId = userId;
        this.title = title;
        this.words = words;
        this.price = Prices.canonical(price);
        this.orders = orders;
        this.hidden = hidden;
        this.listed = listed;
    }

    static Ticket list(String userId, String title, BigDecimal price) {
        String id = new ObjectId().toHexString();
        Ticket ticket = new Ticket(id, userId, title, Words.of(title), price, List.of(), false, true);
        ticket.raise(new TicketCreated(id, ticket.nextVersion(), title, ticket.price, userId));
        return ticket;
    }

    /**
     * Changes what is for sale.
     *
     * @throws IllegalStateException while an order holds the ticket
     */
    void edit(String newTitle, BigDecimal newPrice) {
        if (isReserved()) {
            throw new IllegalStateException("Ticket " + id() + " is reserved");
        }
        title = newTitle;
        words = Words.of(newTitle);
        price = Prices.canonical(newPrice);
        raise(updated());
    }

    /** Whether the record tells something newer of its order than the ticket knows. */
    boolean isNews(OrderRecord record) {
        return orders.stream()
                .filter(known -> known.orderId().equals(record.orderId()))
                .allMatch(known -> known.version() < record.version());
    }

    /**
     * Takes in the newest state of an order.
     *
     * @throws IllegalStateException if it is not news
     */
    void follow(OrderRecord record) {
        if (!isNews(record)) {
            throw new IllegalStateException("Order " + record.orderId() + " is known at this or a newer version");
        }
        List<OrderRecord> followed = new ArrayList<>(orders);
        followed.removeIf(known -> known.orderId().equals(record.orderId()));
        followed.add(record);
        if (followed.size() > MOST_ORDERS) {
            followed.stream().filter(known -> !known.holds()).findFirst().ifPresent(followed::remove);
        }
        orders = List.copyOf(followed);
        listed = !hidden && !isReserved();
        raise(updated());
    }

    boolean isHidden() {
        return hidden;
    }

    /** Takes the ticket off the list because of its seller, or puts it back. */
    void hide(boolean fromEverybody) {
        hidden = fromEverybody;
        listed = !hidden && !isReserved();
        raise(updated());
    }

    private Event updated() {
        return new TicketUpdated(
                id(), nextVersion(), title, price, userId, orderId().orElse(null), hidden ? true : null);
    }

    /**
     * The order that holds the ticket or has bought it. Two are known as such for the moment in which the end of the
     * first has yet to arrive; the second is then the newer one.
     */
    Optional<String> orderId() {
        return orders.stream()
                .filter(OrderRecord::holds)
                .map(OrderRecord::orderId)
                .max(String::compareTo);
    }

    boolean isReserved() {
        return orderId().isPresent();
    }

    boolean isSoldBy(String person) {
        return userId.equals(person);
    }

    String userId() {
        return userId;
    }

    String title() {
        return title;
    }

    BigDecimal price() {
        return price;
    }

    /** What a ticket knows of an order: the newest version it has heard of and whether that keeps the ticket from others. */
    record OrderRecord(String orderId, long version, boolean holds) {}
}
