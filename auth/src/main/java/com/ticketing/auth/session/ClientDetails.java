package com.ticketing.auth.session;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.ticketing.auth.account.Language;
import com.ticketing.common.text.Text;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
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
        String name = userAgent == null ? "" : withoutControls(decoded(userAgent));
        return Text.isVisible(name) ? name : "unknown";
    }

    /** Decodes a header as UTF-8 if possible, because servlet containers decode all headers as ISO 8859-1. */
    private static String decoded(String header) {
        try {
            return UTF_8.newDecoder()
                    .decode(ByteBuffer.wrap(header.getBytes(ISO_8859_1)))
                    .toString();
        } catch (CharacterCodingException e) {
            return header;
        }
    }

    private static String withoutControls(String text) {
        return text.codePoints()
                .limit(MAX_DEVICE_LENGTH)
                .mapToObj(Character::toString)
                .filter(character -> !Text.hasControls(character))
                .collect(Collectors.joining());
    }

    /** Omits the IP address and the cookies. */
    @Override
    public String toString() {
        return "ClientDetails[userAgent=" + userAgent + "]";
    }
}
