package com.ticketing.orders.order;

import com.ticketing.common.bans.BanAction;
import org.springframework.stereotype.Component;

/** Cancels the holds of a banned user and the holds of tickets that a banned user sells. Paid orders stay complete. */
@Component
class CancelHoldsOfBannedUsers implements BanAction {

    private final OrderService orders;

    CancelHoldsOfBannedUsers(OrderService orders) {
        this.orders = orders;
    }

    @Override
    public void onBanned(String userId) {
        orders.cancelHoldsInvolving(userId);
    }
}
