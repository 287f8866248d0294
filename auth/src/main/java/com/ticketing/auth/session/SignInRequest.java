package com.ticketing.auth.session;

import com.ticketing.auth.account.ValidEmail;
import jakarta.validation.constraints.NotEmpty;

/** What a person claims to be. The password's length is not judged: a wrong one is wrong, whatever its length. */
record SignInRequest(
        @ValidEmail String email,
        @NotEmpty(message = "{password-missing}") String password) {

    /** Without the credentials. */
    @Override
    public String toString() {
        return "SignInRequest";
    }
}
