package com.ticketing.common.routes;

import com.ticketing.common.errors.CommonError;
import com.ticketing.common.errors.ErrorWriter;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.core.Ordered;
import org.springframework.web.HttpRequestHandler;
import org.springframework.web.servlet.handler.AbstractHandlerMapping;

/**
 * Responds with 404 to requests that no other mapping has a handler for. The dispatcher would throw an exception with a
 * stack trace, and any client can send any number of such requests.
 */
public final class UnknownRoutes extends AbstractHandlerMapping {

    private final HttpRequestHandler notFound;

    UnknownRoutes(ErrorWriter errors) {
        this.notFound = (request, response) -> errors.write(response, CommonError.NOT_FOUND);
        setOrder(Ordered.LOWEST_PRECEDENCE);
    }

    @Override
    protected Object getHandlerInternal(HttpServletRequest request) {
        return notFound;
    }
}
