package com.ticketing.common.security;

import com.ticketing.common.errors.ApiException;
import com.ticketing.common.errors.CommonError;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/** Answers anonymous callers with 401, and banned ones with 403, unless the handler is a {@link PublicRoute}, before the request's body is read. */
class SignedInInterceptor implements HandlerInterceptor {

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (request.getDispatcherType() == DispatcherType.REQUEST
                && handler instanceof HandlerMethod method
                && !isPublic(method)
                && Callers.current().isEmpty()) {
            throw TokenFilter.isBanned(request)
                    ? new ApiException(CommonError.ACCOUNT_BANNED)
                    : new ApiException(CommonError.NOT_AUTHORIZED);
        }
        return true;
    }

    private static boolean isPublic(HandlerMethod method) {
        return method.hasMethodAnnotation(PublicRoute.class)
                || method.getBeanType().isAnnotationPresent(PublicRoute.class);
    }
}
