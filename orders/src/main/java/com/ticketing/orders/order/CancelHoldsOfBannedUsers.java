package com.ticketing.orders.order;

import com.ticketing.common.bans.BanAction;
import com.ticketing.common.bans.DeletionAction;
import org.springframework.stereotype.Component;

/**
 * Cancels the holds of a banned or deleted user and the holds of tickets that the user sells. Paid orders stay
 * complete. Orders contain no personal data but ids, so a deletion erases nothing more.
 */
@Component
class CancelHoldsOfBannedUsers implements BanAction, DeletionAction {

    private final OrderService orders;

    CancelHoldsOfBannedUsers(OrderService orders) {
        this.orders = orders;
    }

    @Override
    public void onBanned(String userId) {
        orders.cancelHoldsInvolving(userId);
    }

    @Override
    public void onDeleted(String userId) {
        orders.cancelHoldsInvolving(userId);
    }
}
