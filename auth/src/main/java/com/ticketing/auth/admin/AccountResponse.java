package com.ticketing.auth.admin;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.ticketing.auth.account.Account;
import com.ticketing.auth.account.Account.Ban;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An account in the admin API.
 *
 * @param email absent if the account is deleted
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record AccountResponse(
        String id,
        @Nullable String email,
        List<String> roles,
        boolean banned,
        boolean deleted,
        @Nullable Instant bannedAt,
        @Nullable String banReason) {

    static AccountResponse of(Account account) {
        return new AccountResponse(
                account.id(),
                account.isDeleted() ? null : account.identity().email(),
                account.identity().roles(),
                account.isBanned(),
                account.isDeleted(),
                account.ban().map(Ban::at).orElse(null),
                account.ban().map(Ban::reason).orElse(null));
    }

    /** Omits the email, because personal data must not reach a log. */
    @Override
    public String toString() {
        return "AccountResponse[id=" + id + "]";
    }
}
