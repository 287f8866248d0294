package com.ticketing.tickets.ticket;

import com.ticketing.common.events.Event;
import com.ticketing.common.events.Prices;
import com.ticketing.common.events.TicketCreated;
import com.ticketing.common.events.TicketFacts;
import com.ticketing.common.events.TicketUpdated;
import com.ticketing.common.persistence.Aggregate;
import com.ticketing.common.text.Folding;
import com.ticketing.common.text.SearchTokens;
import com.ticketing.tickets.delivery.DeliveryReference;
import java.math.BigDecimal;
import java.time.Instant;
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
 * A ticket. It stores the newest states of its recent orders, ended orders included, and derives the order that holds
 * it from these states. Order events may therefore arrive more than once and in any order, see {@link KnownOrders}.
 */
@Document("tickets")
@Sharded(shardingStrategy = ShardingStrategy.HASH)
@SuppressWarnings("UnusedVariable") // only the database reads some fields
class Ticket extends Aggregate {

    static final String SELLER = "userId";
    static final String PRICE = "price";
    static final String SEARCH_TOKENS = "words";
    static final String ON_SALE = "listed";
    static final String ORDERS = "orders";
    static final String FACTS = "facts";
    static final String DESCRIPTION = "description";
    static final String CITY_KEY = "cityKey";
    static final String LISTED_UNTIL = "listedUntil";
    static final String HIDDEN = "hidden";
    static final String WITHDRAWN = "withdrawn";
    static final String DELIVERY = "delivery";
    static final String GROUP = "group";

    /** Replaces the title of an erased ticket. */
    static final String ERASED_TITLE = "Deleted";

    /** When tickets without a known start leave the list: never. */
    static final Instant NEVER = Instant.parse("9999-12-31T00:00:00Z");

    @Field(SELLER)
    private final String sellerId;

    private String title;

    /**
     * The search tokens of the title, stored for their index and never read: an older version may have split the title
     * differently.
     */
    @Field(SEARCH_TOKENS)
    private List<String> searchTokens;

    @Field(name = PRICE, targetType = FieldType.DECIMAL128)
    private BigDecimal price;

    @Field(ORDERS)
    private List<OrderState> orders;

    /** The watermarks of the orders that are no longer in {@code orders}. */
    private List<String> prunedOrders;

    /** True while the seller is banned, and permanently once the account is deleted. */
    @Field(HIDDEN)
    private boolean sellerExcluded;

    /** True once the seller's account is deleted. */
    private boolean sellerDeleted;

    /** True once what the deleted seller has stated is erased. */
    private boolean erased;

    /** True while the seller does not offer the ticket. A withdrawn ticket is not on sale, see ADR 59. */
    @Field(WITHDRAWN)
    private boolean withdrawnBySeller;

    /** Derived from the fields above, stored for the search. */
    @Field(ON_SALE)
    private boolean onSale;

    /** Derived from the other fields, stored for the seller's lists. */
    @Field(GROUP)
    private ListingGroup group = ListingGroup.ON_SALE;

    @Field(FACTS)
    private TicketFacts facts = TicketFacts.NONE;

    @Field(DESCRIPTION)
    private @Nullable String description;

    /** The city as the search compares it. */
    @Field(CITY_KEY)
    private @Nullable String cityKey;

    /** When the event starts. A ticket without a known start has {@link #NEVER}, so that one index sorts all. */
    @Field(LISTED_UNTIL)
    private Instant listedUntil = NEVER;

    /** The delivery, which is stored in a collection of its own; null until the seller has given one. */
    @Field(DELIVERY)
    private @Nullable DeliveryReference delivery;

    @PersistenceCreator
    private Ticket(
            String id,
            String sellerId,
            String title,
            BigDecimal price,
            List<OrderState> orders,
            @Nullable List<String> prunedOrders,
            boolean sellerExcluded,
            boolean onSale) {
        super(id);
        this.sellerId = sellerId;
        this.title = title;
        this.searchTokens = SearchTokens.of(title);
        this.price = Prices.canonical(price);
        KnownOrders known = KnownOrders.of(orders, prunedOrders);
        this.orders = known.recent();
        this.prunedOrders = known.pruned();
        this.sellerExcluded = sellerExcluded;
        this.onSale = onSale;
    }

    static Ticket create(
            String id,
            String sellerId,
            String title,
            BigDecimal price,
            TicketFacts facts,
            @Nullable String description) {
        Ticket ticket = new Ticket(id, sellerId, title, price, List.of(), List.of(), false, true);
        ticket.describe(facts, description);
        ticket.raise(ticket.created());
        return ticket;
    }

    private void describe(TicketFacts newFacts, @Nullable String newDescription) {
        facts = newFacts;
        description = newDescription;
        cityKey = Optional.ofNullable(facts.city()).map(Folding::fold).orElse(null);
        listedUntil = Optional.ofNullable(facts.startsAt()).orElse(NEVER);
    }

    /**
     * Changes what the seller states about the ticket.
     *
     * @throws IllegalStateException if the ticket has an active order
     */
    void edit(String newTitle, BigDecimal newPrice, TicketFacts newFacts, @Nullable String newDescription) {
        if (hasActiveOrder()) {
            throw new IllegalStateException("Ticket " + id() + " has an active order and cannot be edited");
        }
        title = newTitle;
        searchTokens = SearchTokens.of(newTitle);
        price = Prices.canonical(newPrice);
        describe(newFacts, newDescription);
        change();
    }

    /**
     * Takes the ticket from sale until it is restored.
     *
     * @throws IllegalStateException if the ticket has an active order
     */
    void withdrawListing() {
        setWithdrawn(true);
    }

    /**
     * Puts a withdrawn ticket back on sale.
     *
     * @throws IllegalStateException if the ticket has an active order
     */
    void restoreListing() {
        setWithdrawn(false);
    }

    private void setWithdrawn(boolean withdrawn) {
        if (hasActiveOrder()) {
            throw new IllegalStateException(
                    "Ticket " + id() + " has an active order and cannot be withdrawn or restored");
        }
        withdrawnBySeller = withdrawn;
        change();
    }

    boolean isWithdrawn() {
        return withdrawnBySeller;
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
        change();
    }

    /** Derives what follows from the changed state, and publishes it. */
    private void change() {
        onSale = !isHidden() && !hasActiveOrder();
        group = ListingGroup.of(ListingStatus.of(holder(), withdrawnBySeller), delivery != null);
        raise(updated(nextVersion()));
    }

    /** Returns whether the ticket cannot be ordered, whether or not an order holds it. */
    boolean isHidden() {
        return sellerExcluded || withdrawnBySeller;
    }

    boolean isSellerExcluded() {
        return sellerExcluded;
    }

    void setSellerExcluded(boolean excluded) {
        sellerExcluded = excluded;
        change();
    }

    /**
     * Takes the ticket from sale permanently, because its seller's account is deleted, and erases the seller's texts. A
     * ticket with an active order keeps it for the buyer.
     */
    void deleteSeller() {
        sellerDeleted = true;
        sellerExcluded = true;
        if (!hasActiveOrder()) {
            erased = true;
            title = ERASED_TITLE;
            searchTokens = SearchTokens.of(title);
            describe(TicketFacts.NONE, null);
        }
        change();
    }

    /**
     * Removes the reference to the delivery of an erased ticket.
     *
     * @throws IllegalStateException if the ticket is not erased
     */
    void eraseDelivery() {
        if (!erased) {
            throw new IllegalStateException("Ticket " + id() + " is not erased and keeps its delivery");
        }
        delivery = null;
        change();
    }

    boolean isSellerDeleted() {
        return sellerDeleted;
    }

    boolean isErased() {
        return erased;
    }

    @Override
    protected void raiseCurrentState() {
        raise(version() == 0 ? created() : updated(version()));
    }

    private Event created() {
        return new TicketCreated(id(), 0, title, price, sellerId, facts);
    }

    private Event updated(long version) {
        return new TicketUpdated(
                id(), version, title, price, sellerId, orderId().orElse(null), isHidden() ? true : null, facts);
    }

    /** Returns the order that holds or has bought the ticket, see {@link KnownOrders#holder}. */
    Optional<String> orderId() {
        return holder().map(OrderState::orderId);
    }

    /** Returns the state of the order that holds or has bought the ticket. */
    Optional<OrderState> holder() {
        return knownOrders().holder();
    }

    Optional<DeliveryReference> delivery() {
        return Optional.ofNullable(delivery);
    }

    /**
     * Replaces the delivery.
     *
     * @throws IllegalStateException if an order holds the ticket without having bought it
     */
    void deliver(DeliveryReference newDelivery) {
        if (holder().filter(order -> !order.hasBuyer()).isPresent()) {
            throw new IllegalStateException("Ticket " + id() + " is held and cannot get another delivery");
        }
        delivery = newDelivery;
        change();
    }

    private KnownOrders knownOrders() {
        return new KnownOrders(orders, prunedOrders);
    }

    boolean hasActiveOrder() {
        return orderId().isPresent();
    }

    /**
     * Returns whether the user may change the ticket as its seller. The tickets of deleted accounts no longer change.
     */
    boolean isChangeableBy(String userId) {
        return !sellerDeleted && sellerId.equals(userId);
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

    TicketFacts facts() {
        return facts;
    }

    @Nullable
    String description() {
        return description;
    }
}
