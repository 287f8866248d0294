package com.ticketing.orders.order;

import com.ticketing.common.errors.ApiException;
import com.ticketing.common.events.OrderStatus;
import com.ticketing.common.persistence.WriteConflicts;
import com.ticketing.orders.OrderError;
import com.ticketing.orders.dispute.DisputeReplicas;
import com.ticketing.orders.order.CheckPassResponse.State;
import com.ticketing.orders.order.Order.Use;
import com.ticketing.orders.pass.Passes;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.springframework.stereotype.Service;

/**
 * Issues and checks passes. The use of a pass is stored in its order, guarded by the version, so of two scanners one
 * succeeds, and of a scan and a refund the second one sees the first. A lost dispute, which is stored beside the order,
 * is seen by every scan that begins after it was stored.
 */
@Service
class PassService {

    private final OrderService orderService;
    private final Orders orders;
    private final DisputeReplicas disputes;
    private final Passes passes;
    private final Clock clock;

    PassService(OrderService orderService, Orders orders, DisputeReplicas disputes, Passes passes, Clock clock) {
        this.orderService = orderService;
        this.orders = orders;
        this.disputes = disputes;
        this.passes = passes;
        this.clock = clock;
    }

    PassResponse pass(String orderId, String userId) {
        Order order = orderService.get(orderId, userId);
        if (order.status() != OrderStatus.COMPLETE || disputes.isLost(orderId)) {
            throw new ApiException(OrderError.PASS_NOT_AVAILABLE);
        }
        return new PassResponse(
                passes.sign(orderId, order.ticket().id(), order.ticket().facts()), orderId);
    }

    /** Checks the pass and uses it if it is valid. The same scanner gets the same answer to the same nonce. */
    CheckPassResponse check(String scannerId, CheckPassRequest request) {
        Use use = new Use(clock.instant().truncatedTo(ChronoUnit.MILLIS), scannerId, request.nonce());
        return passes.verify(request.pass())
                .map(orderId -> WriteConflicts.retry(() -> use(orderId, use)))
                .orElseGet(() -> CheckPassResponse.of(State.UNKNOWN));
    }

    private CheckPassResponse use(String orderId, Use use) {
        Optional<Order> found = orders.find(orderId);
        if (found.isEmpty()) {
            return CheckPassResponse.of(State.UNKNOWN);
        }
        Order order = found.get();
        return switch (order.status()) {
            case CREATED, AWAITING_PAYMENT, CANCELLED -> CheckPassResponse.of(State.UNKNOWN);
            case REFUNDED -> CheckPassResponse.of(State.REFUNDED);
            case COMPLETE -> disputes.isLost(orderId) ? CheckPassResponse.of(State.REFUNDED) : use(order, use);
        };
    }

    private CheckPassResponse use(Order order, Use use) {
        return order.use().map(earlier -> repeated(earlier, use)).orElseGet(() -> useNow(order, use));
    }

    private static CheckPassResponse repeated(Use earlier, Use use) {
        boolean same =
                earlier.nonce().equals(use.nonce()) && earlier.scannerId().equals(use.scannerId());
        return CheckPassResponse.of(same ? State.VALID : State.USED, earlier);
    }

    private CheckPassResponse useNow(Order order, Use use) {
        order.use(use);
        orders.save(order);
        return CheckPassResponse.of(State.VALID, use);
    }
}
