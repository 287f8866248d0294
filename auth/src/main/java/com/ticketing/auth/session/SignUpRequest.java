package com.ticketing.auth.session;

import com.ticketing.auth.account.ValidEmail;
import com.ticketing.auth.account.ValidPassword;

record SignUpRequest(
        @ValidEmail(isNew = true) String email,
        @ValidPassword String password) {

    /** Omits the credentials. */
    @Override
    public String toString() {
        return "SignUpRequest";
    }
}
