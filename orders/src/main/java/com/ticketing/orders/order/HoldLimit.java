package com.ticketing.orders.order;

import com.ticketing.common.errors.ApiException;
import com.ticketing.orders.OrderError;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Limits how many tickets a buyer may hold at the same time. Each hold uses one of the buyer's numbers, from 0 to the
 * limit minus 1, and a unique index on the number decides among concurrent orders.
 */
@Component
class HoldLimit {

    private final Orders orders;
    private final OrderProperties properties;

    HoldLimit(Orders orders, OrderProperties properties) {
        this.orders = orders;
        this.properties = properties;
    }

    /**
     * Returns one of the buyer's numbers without a query, or {@code null} if holds are not limited. It may be in use.
     */
    @Nullable
    String anyNumber(String buyerId) {
        int limit = properties.maxActive();
        return limit == 0 ? null : number(buyerId, ThreadLocalRandom.current().nextInt(limit));
    }

    /**
     * Returns a number of the buyer that no hold used when it was read, or {@code null} if holds are not limited. An
     * overdue hold does not count. It is a random one, so that concurrent orders rarely use the same: a server may need
     * a second to decide between two.
     *
     * @throws ApiException {@link OrderError#TOO_MANY_HOLDS} if each number is in use
     */
    @Nullable
    String freeNumber(String buyerId, Instant now) {
        int limit = properties.maxActive();
        if (limit == 0) {
            return null;
        }
        List<String> numbers = IntStream.range(0, limit)
                .mapToObj(number -> number(buyerId, number))
                .toList();
        Set<String> used = orders.usedHoldNumbers(numbers, now);
        List<String> free =
                numbers.stream().filter(number -> !used.contains(number)).toList();
        if (free.isEmpty()) {
            throw new ApiException(OrderError.TOO_MANY_HOLDS)
                    .withMessage("You already hold " + limit + " tickets: pay for one or release one");
        }
        return free.get(ThreadLocalRandom.current().nextInt(free.size()));
    }

    private static String number(String buyerId, int number) {
        return buyerId + "#" + number;
    }
}
