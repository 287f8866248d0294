package com.ticketing.auth.session;

import com.ticketing.common.security.CurrentUser;

record UserResponse(String id, String email) {

    static UserResponse of(CurrentUser user) {
        return new UserResponse(user.id(), user.email());
    }

    /** Omits the email, because personal data must not reach a log. */
    @Override
    public String toString() {
        return "UserResponse[id=" + id + "]";
    }
}
