package com.ticketing.common.errors;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Enumeration;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.security.web.firewall.FirewalledRequest;
import org.springframework.security.web.firewall.RequestRejectedException;
import org.springframework.security.web.firewall.StrictHttpFirewall;

/**
 * Also rejects, on every route, input on which later parts of the stack fail: a query that is not percent-encoded
 * UTF-8, and a wildcard as the type of the body. Accepts every {@code User-Agent} and {@code Cookie}: the former is
 * only displayed, and of the latter only this suite's cookies are read. Some browsers and apps send their names in
 * UTF-8, other applications of the host set cookies in UTF-8, and these bytes are control characters in ISO 8859-1.
 */
class RequestFirewall extends StrictHttpFirewall {

    /** The length of a percent sign and two digits. */
    private static final int ESCAPE = 3;

    @Override
    public FirewalledRequest getFirewalledRequest(HttpServletRequest request) {
        if (!isWellFormed(request.getQueryString())) {
            throw new RequestRejectedException("The query is not percent-encoded UTF-8");
        }
        if (isWildcard(request.getContentType())) {
            throw new RequestRejectedException("The content type is a wildcard");
        }
        return withUncheckedHeaders(super.getFirewalledRequest(request), request);
    }

    private static FirewalledRequest withUncheckedHeaders(FirewalledRequest checked, HttpServletRequest unchecked) {
        return new FirewalledRequest(checked) {
            @Override
            public void reset() {
                checked.reset();
            }

            @Override
            public @Nullable String getHeader(String name) {
                return isUnchecked(name) ? unchecked.getHeader(name) : super.getHeader(name);
            }

            @Override
            public Enumeration<String> getHeaders(String name) {
                return isUnchecked(name) ? unchecked.getHeaders(name) : super.getHeaders(name);
            }
        };
    }

    private static boolean isUnchecked(String name) {
        return HttpHeaders.USER_AGENT.equalsIgnoreCase(name) || HttpHeaders.COOKIE.equalsIgnoreCase(name);
    }

    private static boolean isWildcard(@Nullable String contentType) {
        return contentType != null && contentType.split(";", 2)[0].indexOf('*') >= 0;
    }

    static boolean isWellFormed(@Nullable String query) {
        if (query == null) {
            return true;
        }
        ByteBuffer bytes = ByteBuffer.allocate(query.length());
        for (int i = 0; i < query.length(); i++) {
            char next = query.charAt(i);
            if (next > Byte.MAX_VALUE || (next == '%' && !isEscape(query, i))) {
                return false;
            }
            if (next == '%') {
                bytes.put((byte) HexFormat.fromHexDigits(query, i + 1, i + ESCAPE));
                i += ESCAPE - 1;
            } else {
                bytes.put((byte) next);
            }
        }
        return isUtf8(bytes.flip());
    }

    private static boolean isEscape(String text, int start) {
        return start + ESCAPE <= text.length()
                && HexFormat.isHexDigit(text.charAt(start + 1))
                && HexFormat.isHexDigit(text.charAt(start + 2));
    }

    private static boolean isUtf8(ByteBuffer bytes) {
        try {
            StandardCharsets.UTF_8.newDecoder().decode(bytes);
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }
}
