package com.ticketing.common.security;

import com.ticketing.common.errors.CommonError;
import com.ticketing.common.errors.ErrorWriter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.web.filter.OncePerRequestFilter;

/** Requires {@code Authorization: Bearer <MANAGEMENT_TOKEN>}. Rejects all requests if no token is configured. */
class ManagementTokenFilter extends OncePerRequestFilter {

    private final byte @Nullable [] expected;
    private final ErrorWriter errors;

    ManagementTokenFilter(@Nullable String token, ErrorWriter errors) {
        this.expected = token == null || token.isEmpty() ? null : bytes("Bearer " + token);
        this.errors = errors;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String authorization = request.getHeader(HttpHeaders.AUTHORIZATION);
        if (expected == null) {
            errors.write(response, CommonError.MANAGEMENT_TOKEN_MISSING);
        } else if (authorization == null || !MessageDigest.isEqual(expected, bytes(authorization))) {
            errors.write(response, CommonError.MANAGEMENT_TOKEN_INVALID);
        } else {
            chain.doFilter(request, response);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
