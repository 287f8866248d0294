package com.ticketing.common.security;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.stream.Stream;

/**
 * Reads the cookies of a request. A browser sends several of one name if they were set for different paths or domains,
 * for example by an earlier version or another application of the same host.
 */
public final class RequestCookies {

    /** Bounds the work per request; a browser has one cookie of a name for each path and domain. */
    private static final int MAX_OF_A_NAME = 10;

    private RequestCookies() {}

    /** Returns the values of the first ten cookies of that name, in the order of the request. */
    public static Stream<String> values(HttpServletRequest request, String name) {
        Cookie[] cookies = request.getCookies();
        return cookies == null
                ? Stream.empty()
                : Arrays.stream(cookies)
                        .filter(cookie -> cookie.getName().equals(name))
                        .limit(MAX_OF_A_NAME)
                        .map(Cookie::getValue);
    }
}
