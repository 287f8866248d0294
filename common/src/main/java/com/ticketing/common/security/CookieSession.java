package com.ticketing.common.security;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Base64;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * The session cookie of Node's library {@code cookie-session}: the JSON object <code>{"jwt": …}</code> in Base64.
 * Services that use it can stand behind one address with the services of this suite.
 */
final class CookieSession {

    private CookieSession() {}

    /** Returns the token in the cookie's value, which is the value itself if it does not have this form. */
    static String token(String value) {
        if (value.indexOf('.') >= 0) {
            return value;
        }
        try {
            byte[] json = Base64.getDecoder().decode(value.replace('-', '+').replace('_', '/'));
            return JsonMapper.shared()
                    .readTree(new String(json, UTF_8))
                    .path("jwt")
                    .asString(value);
        } catch (IllegalArgumentException | JacksonException notOfThisForm) {
            return value;
        }
    }
}
