package com.ticketing.common.security;

import com.ticketing.common.security.AccessTokens.VerifiedToken;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Authenticates a request by the access token in its session cookie. The principal is a {@link CurrentUser}, the
 * details are the {@link VerifiedToken}, each role is an authority {@code ROLE_<role>}. A missing, expired or invalid
 * token leaves the request anonymous, and so does the token of an ended session or of a deleted account.
 *
 * <p>A banned user's authentication is present but not authenticated: public routes treat the caller as anonymous, all
 * others respond with 403 instead of 401.
 */
class TokenAuthenticationFilter extends OncePerRequestFilter {

    private final AccessTokens tokens;
    private final DenyList denyList;
    private final SessionDenyList endedSessions;

    TokenAuthenticationFilter(AccessTokens tokens, DenyList denyList, SessionDenyList endedSessions) {
        this.tokens = tokens;
        this.denyList = denyList;
        this.endedSessions = endedSessions;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        authenticate(request).ifPresent(TokenAuthenticationFilter::store);
        chain.doFilter(request, response);
    }

    /** Tries each session cookie. A banned user's token only counts if no other one is valid. */
    private Optional<Authentication> authenticate(HttpServletRequest request) {
        Optional<Authentication> banned = Optional.empty();
        for (String cookie : RequestCookies.values(request, AccessTokens.COOKIE).toList()) {
            Optional<Authentication> caller = tokens.verify(CookieSession.token(cookie))
                    .filter(this::isKnown)
                    .map(this::authentication);
            if (caller.filter(Authentication::isAuthenticated).isPresent()) {
                return caller;
            }
            banned = banned.or(() -> caller);
        }
        return banned;
    }

    /**
     * Returns whether the token identifies the caller. A banned user is rejected as such, even if the session has
     * ended.
     */
    private boolean isKnown(VerifiedToken token) {
        String userId = token.user().id();
        if (denyList.isDenied(userId)) {
            return !denyList.isDeleted(userId);
        }
        return token.sessionId() == null || !endedSessions.isDenied(token.sessionId());
    }

    private Authentication authentication(VerifiedToken token) {
        CurrentUser user = token.user();
        UsernamePasswordAuthenticationToken caller = denyList.isDenied(user.id())
                ? UsernamePasswordAuthenticationToken.unauthenticated(user, "")
                : UsernamePasswordAuthenticationToken.authenticated(
                        user,
                        "",
                        user.roles().stream()
                                .map(role -> new SimpleGrantedAuthority("ROLE_" + role))
                                .toList());
        caller.setDetails(token);
        return caller;
    }

    private static void store(Authentication authentication) {
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(authentication);
        SecurityContextHolder.setContext(context);
    }

    /** Returns whether the caller presented a valid token of a banned user. */
    static boolean isBanned(Authentication caller) {
        return caller.getPrincipal() instanceof CurrentUser && !caller.isAuthenticated();
    }
}
