package com.ticketing.stripe;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

class StripePendingEventsTest {

    private final StripePendingEvents pending = new StripePendingEvents();

    @Test
    void dropsTheOldestBeyondItsCapacity() {
        StripeEvent oldest = event(0);
        pending.add(oldest);
        pending.saved();
        for (int i = 1; i <= StripePendingEvents.CAPACITY; i++) {
            pending.add(event(i));
        }

        assertThat(pending.all()).hasSize(StripePendingEvents.CAPACITY);
        assertThat(pending.all().getFirst().id()).isEqualTo("evt_1");
        assertThat(oldest.isDropped()).isTrue();
        assertThat(pending.all()).noneMatch(StripeEvent::isDropped);
        ObjectNode unsaved = JsonNodeFactory.instance.objectNode();
        pending.addUnsavedTo(unsaved);
        assertThat(unsaved.path(StripePendingEvents.REMOVED)).hasSize(1);
    }

    private static StripeEvent event(int number) {
        return new StripeEvent(JsonNodeFactory.instance.objectNode().put("id", "evt_" + number));
    }
}
