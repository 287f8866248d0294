package com.ticketing.auth.session;

import com.ticketing.common.text.Text;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The client that sent the current request.
 *
 * @param address the client's IP address
 * @param refreshCookie the unparsed value of the refresh cookie
 * @param sessionId the session that the access token names
 */
record ClientDetails(
        String address,
        @Nullable String userAgent,
        @Nullable String refreshCookie,
        @Nullable String sessionId) {

    private static final int MAX_DEVICE_LENGTH = 200;

    /** Returns the name of the device in the user's list of sessions. */
    String device() {
        if (userAgent == null || !Text.isVisible(userAgent)) {
            return "unknown";
        }
        return userAgent.length() <= MAX_DEVICE_LENGTH ? userAgent : userAgent.substring(0, MAX_DEVICE_LENGTH);
    }

    Optional<RefreshToken> refreshToken() {
        return RefreshToken.parse(refreshCookie);
    }

    /** Omits the IP address and the cookie. */
    @Override
    public String toString() {
        return "ClientDetails[userAgent=" + userAgent + "]";
    }
}
