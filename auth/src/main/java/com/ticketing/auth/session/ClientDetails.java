package com.ticketing.auth.session;

import com.ticketing.auth.account.Language;
import com.ticketing.common.text.Text;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The client that sent the current request.
 *
 * @param address the client's IP address
 * @param refreshTokens the tokens in the refresh cookies; there are several if they were set for different paths or
 *     domains
 * @param sessionId the session that the access token names
 * @param language the language that the client asks for, if the web page has it
 */
record ClientDetails(
        String address,
        @Nullable String userAgent,
        List<RefreshToken> refreshTokens,
        @Nullable String sessionId,
        Optional<Language> language) {

    private static final int MAX_DEVICE_LENGTH = 200;

    /** Returns the name of the device in the user's list of sessions. */
    String device() {
        if (userAgent == null || !Text.isVisible(userAgent)) {
            return "unknown";
        }
        return userAgent.length() <= MAX_DEVICE_LENGTH ? userAgent : userAgent.substring(0, MAX_DEVICE_LENGTH);
    }

    /** Omits the IP address and the cookies. */
    @Override
    public String toString() {
        return "ClientDetails[userAgent=" + userAgent + "]";
    }
}
