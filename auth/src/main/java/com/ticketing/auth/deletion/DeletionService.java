package com.ticketing.auth.deletion;

import com.ticketing.auth.AuthError;
import com.ticketing.auth.account.Account;
import com.ticketing.auth.account.AccountDeletion;
import com.ticketing.auth.account.AccountService;
import com.ticketing.common.errors.ApiException;
import org.springframework.stereotype.Service;

/**
 * Deletes a user's own account unless an order prevents it. An order that is placed in the same moment is not known
 * here; the orders service cancels it when the deletion's event arrives.
 */
@Service
class DeletionService {

    private final AccountService accounts;
    private final AccountDeletion deletion;
    private final OpenOrders orders;

    DeletionService(AccountService accounts, AccountDeletion deletion, OpenOrders orders) {
        this.accounts = accounts;
        this.deletion = deletion;
        this.orders = orders;
    }

    /**
     * Returns the account after checking the password.
     *
     * @throws ApiException 400 if the password is wrong, 401 if the account does not exist, 403 if it is banned
     */
    Account confirm(String userId, String password) {
        return accounts.confirmPassword(userId, password);
    }

    /** @throws ApiException 409 if open orders prevent it or the user is the last admin */
    void delete(Account confirmed) {
        Obstacles obstacles = Obstacles.of(orders.ofBuyer(confirmed.id()));
        if (!obstacles.isEmpty()) {
            throw new ApiException(AuthError.DELETION_BLOCKED).withCurrent(obstacles);
        }
        if (deletion.delete(confirmed) == AccountDeletion.Result.LAST_ADMIN) {
            throw new ApiException(AuthError.LAST_ADMIN).withCurrent(obstacles);
        }
    }
}
