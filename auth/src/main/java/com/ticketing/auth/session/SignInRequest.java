package com.ticketing.auth.session;

import com.ticketing.auth.account.ValidEmail;
import jakarta.validation.constraints.NotEmpty;

/** Credentials. The rules for new passwords do not apply: any wrong password is answered alike. */
record SignInRequest(
        @ValidEmail String email,
        @NotEmpty(message = "{password-missing}") String password) {

    /** Omits the credentials. */
    @Override
    public String toString() {
        return "SignInRequest";
    }
}
