package com.ticketing.auth.reset;

import com.ticketing.auth.account.ValidEmail;

record ForgottenPasswordRequest(@ValidEmail String email) {

    /** Omits the email. */
    @Override
    public String toString() {
        return "ForgottenPasswordRequest";
    }
}
