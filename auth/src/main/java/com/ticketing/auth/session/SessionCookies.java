package com.ticketing.auth.session;

import com.ticketing.common.security.AccessTokens;
import com.ticketing.common.security.CurrentUser;
import java.time.Duration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;

/** Builds the Set-Cookie headers for sign-in and sign-out. */
@Component
public class SessionCookies {

    /** The name of the refresh cookie, which browsers send to the routes of this service only. */
    static final String REFRESH = "refresh";

    private static final String REFRESH_PATH = "/api/users";

    private final AccessTokens tokens;
    private final boolean secure;
    private final Duration sessionLife;

    SessionCookies(AccessTokens tokens, CookieProperties properties, SessionProperties sessions) {
        this.tokens = tokens;
        this.secure = properties.secureCookies();
        this.sessionLife = sessions.life();
    }

    /** Returns headers that set both cookies. */
    HttpHeaders signIn(CurrentUser user, RefreshToken token) {
        HttpHeaders headers = new HttpHeaders();
        add(headers, access(tokens.issue(user, token.sessionId()), tokens.life()));
        add(headers, refresh(token.value(), sessionLife));
        return headers;
    }

    /** Returns headers that delete both cookies. */
    public HttpHeaders signOut() {
        HttpHeaders headers = new HttpHeaders();
        add(headers, access("", Duration.ZERO));
        add(headers, refresh("", Duration.ZERO));
        return headers;
    }

    private ResponseCookie access(String token, Duration life) {
        return ResponseCookie.from(AccessTokens.COOKIE, token)
                .httpOnly(true)
                .secure(secure)
                .sameSite("Lax")
                .path("/")
                .maxAge(life)
                .build();
    }

    private ResponseCookie refresh(String value, Duration life) {
        return ResponseCookie.from(REFRESH, value)
                .httpOnly(true)
                .secure(secure)
                .sameSite("Strict")
                .path(REFRESH_PATH)
                .maxAge(life)
                .build();
    }

    private static void add(HttpHeaders headers, ResponseCookie cookie) {
        headers.add(HttpHeaders.SET_COOKIE, cookie.toString());
    }
}
