package com.ticketing.auth.session;

import com.ticketing.common.security.AccessTokens.VerifiedToken;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Who asks; null for somebody who is not signed in. */
record CurrentUserResponse(@Nullable SignedInUser currentUser) {

    /** The person, and the times of their token in seconds since 1970, as the token has them. */
    record SignedInUser(String id, String email, List<String> roles, long iat, long exp) {

        static SignedInUser of(VerifiedToken token) {
            return new SignedInUser(
                    token.user().id(),
                    token.user().email(),
                    token.user().roles(),
                    token.issuedAt().getEpochSecond(),
                    token.expiresAt().getEpochSecond());
        }

        /** The email has no place in a log. */
        @Override
        public String toString() {
            return "SignedInUser[id=" + id + "]";
        }
    }
}
