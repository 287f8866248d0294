package com.ticketing.auth.session;

import com.ticketing.auth.account.Account;
import com.ticketing.common.security.CurrentUser;
import java.util.List;

/** The data of a user in this service, without secrets. */
record AccountExport(AccountData account, List<SessionResponse> sessions) {

    /** The user's account. */
    record AccountData(String id, String email, List<String> roles, String language) {

        /** Omits the email, because personal data must not reach a log. */
        @Override
        public String toString() {
            return "AccountData[id=" + id + "]";
        }
    }

    static AccountExport of(Account account, List<SessionResponse> sessions) {
        CurrentUser user = account.identity();
        return new AccountExport(
                new AccountData(
                        user.id(),
                        user.email(),
                        user.roles(),
                        account.language().tag()),
                sessions);
    }
}
