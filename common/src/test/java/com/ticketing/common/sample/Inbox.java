package com.ticketing.common.sample;

import com.ticketing.common.events.OrderCreated;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;

/** Records the events of the sample's listener and lets tests define its behaviour. */
@Component
public class Inbox {

    private final List<OrderCreated> received = new CopyOnWriteArrayList<>();
    private volatile Consumer<OrderCreated> behaviour = order -> {};

    /** Sets the action to run after each recorded delivery. */
    public void onDelivery(Consumer<OrderCreated> next) {
        behaviour = next;
    }

    public List<String> received() {
        return received.stream().map(OrderCreated::id).toList();
    }

    public long deliveriesOf(String id) {
        return received().stream().filter(id::equals).count();
    }

    public List<OrderCreated> orders() {
        return new ArrayList<>(received);
    }

    void deliver(OrderCreated order) {
        received.add(order);
        behaviour.accept(order);
    }
}
