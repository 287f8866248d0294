package com.ticketing.auth.email;

import com.ticketing.auth.account.ValidEmail;
import jakarta.validation.constraints.NotEmpty;

/** A change of the signed-in user's email. */
record ChangeEmailRequest(
        @NotEmpty(message = "{password-missing}") String password,
        @ValidEmail(isNew = true) String email) {

    /** Omits the password and the email. */
    @Override
    public String toString() {
        return "ChangeEmailRequest";
    }
}
