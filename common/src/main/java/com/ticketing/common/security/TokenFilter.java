package com.ticketing.common.security;

import com.ticketing.common.security.AccessTokens.VerifiedToken;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.WebUtils;

/** Signs the request in by its session cookie. A token that does not hold, or is a banned person's, leaves it anonymous. */
class TokenFilter extends OncePerRequestFilter {

    /** Set on the request of a banned person. */
    private static final String BANNED = TokenFilter.class.getName() + ".banned";

    private final AccessTokens tokens;
    private final DenyList denyList;

    TokenFilter(AccessTokens tokens, DenyList denyList) {
        this.tokens = tokens;
        this.denyList = denyList;
    }

    static boolean isBanned(HttpServletRequest request) {
        return request.getAttribute(BANNED) != null;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        Optional.ofNullable(WebUtils.getCookie(request, AccessTokens.COOKIE))
                .flatMap(cookie -> tokens.verify(cookie.getValue()))
                .ifPresent(token -> signInUnlessBanned(request, token));
        chain.doFilter(request, response);
    }

    private void signInUnlessBanned(HttpServletRequest request, VerifiedToken token) {
        if (denyList.isDenied(token.user().id())) {
            request.setAttribute(BANNED, true);
        } else {
            signIn(token);
        }
    }

    private static void signIn(VerifiedToken token) {
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(new TokenAuthentication(token));
        SecurityContextHolder.setContext(context);
    }

    /** What Spring Security knows of the caller. */
    static final class TokenAuthentication extends AbstractAuthenticationToken {

        private static final long serialVersionUID = 1L;

        private final transient VerifiedToken token;

        TokenAuthentication(VerifiedToken token) {
            super(token.user().roles().stream()
                    .map(role -> new SimpleGrantedAuthority("ROLE_" + role))
                    .toList());
            this.token = token;
            setAuthenticated(true);
        }

        VerifiedToken token() {
            return token;
        }

        @Override
        public String getName() {
            return token.user().id();
        }

        @Override
        public Object getCredentials() {
            return "";
        }

        @Override
        public CurrentUser getPrincipal() {
            return token.user();
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return this == other;
        }

        @Override
        public int hashCode() {
            return System.identityHashCode(this);
        }
    }
}
