package com.ticketing.orders.order;

import com.ticketing.common.paging.Keyset;
import com.ticketing.common.security.CurrentUser;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Returns all data of the signed-in user that this service stores. */
@RestController
class OrderExportController {

    private final OrderService orders;

    OrderExportController(OrderService orders) {
        this.orders = orders;
    }

    @GetMapping("/api/orders/me/export")
    OrderExport export(CurrentUser user) {
        return new OrderExport(Keyset.stream(page -> orders.ofBuyer(user.id(), page), Order::id)
                .map(OrderResponse::of));
    }
}
