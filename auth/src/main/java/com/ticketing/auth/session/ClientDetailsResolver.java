package com.ticketing.auth.session;

import com.ticketing.auth.account.Language;
import com.ticketing.common.proxies.Proxies;
import com.ticketing.common.security.AccessTokens.VerifiedToken;
import com.ticketing.common.security.RequestCookies;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Resolves controller parameters of type {@link ClientDetails}. */
@Component
class ClientDetailsResolver implements HandlerMethodArgumentResolver, WebMvcConfigurer {

    private final Proxies proxies;

    ClientDetailsResolver(Proxies proxies) {
        this.proxies = proxies;
    }

    @Override
    public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
        resolvers.add(this);
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == ClientDetails.class;
    }

    @Override
    public Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest webRequest,
            @Nullable WebDataBinderFactory binders) {
        HttpServletRequest request = Objects.requireNonNull(webRequest.getNativeRequest(HttpServletRequest.class));
        return new ClientDetails(
                proxies.clientAddress(request),
                request.getHeader(HttpHeaders.USER_AGENT),
                RequestCookies.values(request, SessionCookies.REFRESH)
                        .flatMap(cookie -> RefreshToken.parse(cookie).stream())
                        .toList(),
                sessionId(),
                Language.preferred(request.getHeader(HttpHeaders.ACCEPT_LANGUAGE)));
    }

    private static @Nullable String sessionId() {
        Authentication caller = SecurityContextHolder.getContext().getAuthentication();
        return caller != null && caller.getDetails() instanceof VerifiedToken token ? token.sessionId() : null;
    }
}
