package com.ticketing.orders.order;

import com.ticketing.common.idempotency.IdempotencyKey;
import com.ticketing.common.paging.Keyset;
import com.ticketing.common.security.CurrentUser;
import jakarta.validation.Valid;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/orders")
class OrderController {

    private final OrderService orders;

    OrderController(OrderService orders) {
        this.orders = orders;
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    OrderResponse place(
            CurrentUser user,
            @Valid @RequestBody PlaceOrderRequest request,
            @RequestHeader(name = IdempotencyKey.HEADER, required = false) @IdempotencyKey @Nullable String key) {
        return OrderResponse.placed(orders.place(user.id(), request, key));
    }

    @GetMapping
    ResponseEntity<List<OrderResponse>> own(
            CurrentUser user,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable Integer limit) {
        Keyset page = Keyset.of(after, limit, Keyset.MAX_LIMIT);
        return page.answer(orders.ofBuyer(user.id(), page), Order::id, OrderResponse::of);
    }

    @GetMapping("/{id}")
    OrderResponse get(CurrentUser user, @PathVariable String id) {
        return OrderResponse.of(orders.get(id, user.id()));
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void cancel(CurrentUser user, @PathVariable String id) {
        orders.cancel(id, user.id());
    }
}
