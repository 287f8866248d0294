package com.ticketing.auth.reset;

import com.ticketing.auth.account.ValidPassword;
import jakarta.validation.constraints.NotEmpty;

record ResetPasswordRequest(
        @NotEmpty(message = "{reset-token-missing}") String token,
        @ValidPassword String password) {

    /** Omits token and password. */
    @Override
    public String toString() {
        return "ResetPasswordRequest";
    }
}
