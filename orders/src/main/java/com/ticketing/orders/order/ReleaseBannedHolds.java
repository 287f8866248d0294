package com.ticketing.orders.order;

import com.ticketing.common.bans.BanAction;
import org.springframework.stereotype.Component;

/** A banned person holds nothing, and nobody holds what a banned person sells. Sales that are paid stand. */
@Component
class ReleaseBannedHolds implements BanAction {

    private final OrderService orders;

    ReleaseBannedHolds(OrderService orders) {
        this.orders = orders;
    }

    @Override
    public void onBanned(String userId) {
        orders.releaseHoldsInvolving(userId);
    }
}
