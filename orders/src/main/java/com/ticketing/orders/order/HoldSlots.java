package com.ticketing.orders.order;

import com.ticketing.common.errors.ApiException;
import com.ticketing.orders.OrderError;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The numbered places that a person has for holds. Their unique index limits the holds, whoever places them at once. */
@Component
class HoldSlots {

    private final Orders orders;
    private final OrderProperties properties;

    HoldSlots(Orders orders, OrderProperties properties) {
        this.orders = orders;
        this.properties = properties;
    }

    /**
     * A place that was free a moment ago, or null where holds are not limited.
     *
     * @throws ApiException 400 if all are taken
     */
    @Nullable
    String free(String userId) {
        Integer most = properties.maxActive();
        if (most == null) {
            return null;
        }
        List<String> slots = IntStream.range(0, most)
                .mapToObj(number -> userId + "#" + number)
                .toList();
        Set<String> taken = orders.takenSlots(slots);
        return slots.stream()
                .filter(slot -> !taken.contains(slot))
                .findFirst()
                .orElseThrow(() -> new ApiException(OrderError.TOO_MANY_HOLDS)
                        .withMessage("You already hold " + most + " tickets: pay for one or release one"));
    }
}
