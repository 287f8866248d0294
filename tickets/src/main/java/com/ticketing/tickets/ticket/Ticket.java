package com.ticketing.tickets.ticket;

import com.ticketing.common.events.Event;
import com.ticketing.common.events.Prices;
import com.ticketing.common.events.TicketCreated;
import com.ticketing.common.events.TicketUpdated;
import com.ticketing.common.persistence.Aggregate;
import com.ticketing.common.text.SearchTokens;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.PersistenceCreator;
import org.springframework.data.mongodb.core.mapping.Document;
import org.springframework.data.mongodb.core.mapping.Field;
import org.springframework.data.mongodb.core.mapping.FieldType;
import org.springframework.data.mongodb.core.mapping.Sharded;
import org.springframework.data.mongodb.core.mapping.ShardingStrategy;

/**
 * A ticket. It stores the newest states of its recent orders, ended orders included, and derives the order that holds it
 * from these states. Order events may therefore arrive more than once and in any order, see {@link KnownOrders}.
 */
@Document("tickets")
@Sharded(shardingStrategy = ShardingStrategy.HASH)
@SuppressWarnings("UnusedVariable") // only the database reads some fields
class Ticket extends Aggregate {

    static final String SELLER = "userId";
    static final String SEARCH_TOKENS = "words";
    static final String ON_SALE = "listed";
    static final String ORDERS = "orders";

    @Field(SELLER)
    private final String sellerId;

    private String title;

    /** The search tokens of the title, stored for their index and never read: an older version may have split otherwise. */
    @Field(SEARCH_TOKENS)
    private List<String> searchTokens;

    @Field(targetType = FieldType.DECIMAL128)
    private BigDecimal price;

    @Field(ORDERS)
    private List<OrderState> orders;

    /** The watermarks of the orders that are no longer in {@code orders}. */
    private List<String> prunedOrders;

    /** True while the seller is banned. A hidden ticket is not on sale. */
    private boolean hidden;

    /** Derived from {@code orders} and {@code hidden}, stored for the search. */
    @Field(ON_SALE)
    private boolean onSale;

    @PersistenceCreator
    private Ticket(
            String id,
            String sellerId,
            String title,
            BigDecimal price,
            List<OrderState> orders,
            @Nullable List<String> prunedOrders,
            boolean hidden,
            boolean onSale) {
        super(id);
        this.sellerId = sellerId;
        this.title = title;
        this.searchTokens = SearchTokens.of(title);
        this.price = Prices.canonical(price);
        KnownOrders known = KnownOrders.of(orders, prunedOrders);
        this.orders = known.recent();
        this.prunedOrders = known.pruned();
        this.hidden = hidden;
        this.onSale = onSale;
    }

    static Ticket create(String id, String sellerId, String title, BigDecimal price) {
        Ticket ticket = new Ticket(id, sellerId, title, price, List.of(), List.of(), false, true);
        ticket.raise(ticket.created());
        return ticket;
    }

    /**
     * Changes the title and the price.
     *
     * @throws IllegalStateException if the ticket has an active order
     */
    void edit(String newTitle, BigDecimal newPrice) {
        if (hasActiveOrder()) {
            throw new IllegalStateException("Ticket " + id() + " has an active order and cannot be edited");
        }
        title = newTitle;
        searchTokens = SearchTokens.of(newTitle);
        price = Prices.canonical(newPrice);
        raise(updated(nextVersion()));
    }

    /** Returns whether applying the state would change what the ticket knows, see {@link KnownOrders#isNewer}. */
    boolean isNewer(OrderState order) {
        return knownOrders().isNewer(order);
    }

    /**
     * Replaces the known state of the order.
     *
     * @throws IllegalStateException if the state is not newer
     */
    void apply(OrderState order) {
        if (!isNewer(order)) {
            throw new IllegalStateException(
                    "Ticket " + id() + " has applied this or a newer version of order " + order.orderId() + " already");
        }
        KnownOrders known = knownOrders().with(order);
        orders = known.recent();
        prunedOrders = known.pruned();
        onSale = !hidden && !hasActiveOrder();
        raise(updated(nextVersion()));
    }

    boolean isHidden() {
        return hidden;
    }

    void setHidden(boolean newHidden) {
        hidden = newHidden;
        onSale = !hidden && !hasActiveOrder();
        raise(updated(nextVersion()));
    }

    @Override
    protected void raiseCurrentState() {
        raise(version() == 0 ? created() : updated(version()));
    }

    private Event created() {
        return new TicketCreated(id(), 0, title, price, sellerId);
    }

    private Event updated(long version) {
        return new TicketUpdated(
                id(), version, title, price, sellerId, orderId().orElse(null), hidden ? true : null);
    }

    /** Returns the order that holds or has bought the ticket, see {@link KnownOrders#holder}. */
    Optional<String> orderId() {
        return knownOrders().holder();
    }

    private KnownOrders knownOrders() {
        return new KnownOrders(orders, prunedOrders);
    }

    boolean hasActiveOrder() {
        return orderId().isPresent();
    }

    boolean isSoldBy(String userId) {
        return sellerId.equals(userId);
    }

    String sellerId() {
        return sellerId;
    }

    String title() {
        return title;
    }

    BigDecimal price() {
        return price;
    }
}
