package com.ticketing.auth.session;

import com.ticketing.common.security.AccessTokens.VerifiedToken;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The signed-in user, or null if the request is anonymous. */
record CurrentUserResponse(@Nullable SignedInUser currentUser) {

    /**
     * The claims of the user's access token.
     *
     * @param iat when the token was issued, in seconds since 1970
     * @param exp when the token expires, in seconds since 1970
     */
    record SignedInUser(String id, String email, List<String> roles, long iat, long exp) {

        static SignedInUser of(VerifiedToken token) {
            return new SignedInUser(
                    token.user().id(),
                    token.user().email(),
                    token.user().roles(),
                    token.issuedAt().getEpochSecond(),
                    token.expiresAt().getEpochSecond());
        }

        /** Omits the email, because personal data must not reach a log. */
        @Override
        public String toString() {
            return "SignedInUser[id=" + id + "]";
        }
    }
}
