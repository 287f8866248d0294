package com.ticketing.auth.session;

import com.ticketing.auth.account.AcceptablePassword;
import com.ticketing.auth.account.ValidEmail;

record SignUpRequest(
        @ValidEmail String email, @AcceptablePassword String password) {

    /** Without the credentials. */
    @Override
    public String toString() {
        return "SignUpRequest";
    }
}
