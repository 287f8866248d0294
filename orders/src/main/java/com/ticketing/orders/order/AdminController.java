package com.ticketing.orders.order;

import com.ticketing.common.errors.ApiException;
import com.ticketing.common.errors.CommonError;
import com.ticketing.common.ids.TimeOrderedIds;
import com.ticketing.common.paging.Keyset;
import com.ticketing.common.security.CurrentUser;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The route for admins. */
@RestController
@PreAuthorize("hasRole('admin')")
class AdminController {

    private static final Logger log = LoggerFactory.getLogger(AdminController.class);

    private final OrderService orders;

    AdminController(OrderService orders) {
        this.orders = orders;
    }

    @GetMapping("/api/orders/buyers/{id}")
    ResponseEntity<List<OrderResponse>> orders(
            CurrentUser admin,
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable Integer limit) {
        if (!TimeOrderedIds.isId(id)) {
            throw new ApiException(CommonError.NOT_FOUND);
        }
        Keyset page = Keyset.of(after, limit, Keyset.MAX_LIMIT);
        List<Order> found = orders.ofBuyer(id, page);
        log.info("Orders read by admin: adminId={} buyerId={}", admin.id(), id);
        return page.answer(found, Order::id, OrderResponse::of);
    }
}
