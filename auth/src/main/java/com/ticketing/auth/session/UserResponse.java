package com.ticketing.auth.session;

import com.ticketing.common.security.CurrentUser;

record UserResponse(String id, String email) {

    static UserResponse of(CurrentUser user) {
        return new UserResponse(user.id(), user.email());
    }

    /** The email has no place in a log. */
    @Override
    public String toString() {
        return "UserResponse[id=" + id + "]";
    }
}
