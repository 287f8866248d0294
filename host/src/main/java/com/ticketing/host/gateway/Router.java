package com.ticketing.host.gateway;

import io.netty.handler.codec.http.HttpRequest;
import java.util.Optional;

/** Decides which service, or the web page, answers a request. */
record Router(IngressRoutes routes, Replicas replicas, WebPage webPage, ErrorResponses errors) {

    private static final String WEB_PAGE = "client";

    void route(HttpRequest request, ClientConnection client) {
        Optional<RequestTarget> parsed = RequestTarget.parse(request.uri());
        if (parsed.isEmpty()) {
            client.fail(GatewayError.BAD_REQUEST);
            return;
        }
        RequestTarget target = parsed.get();
        String service = routes.serviceOf(target.path()).orElse("");
        if (service.isEmpty()) {
            client.fail(GatewayError.NOT_FOUND);
        } else if (service.equals(WEB_PAGE)) {
            client.respond(webPage.respond(request, target.path()));
        } else {
            client.forward(request, target, replicas.inTurn(service, ForwardedRequest.isRepeatable(request)));
        }
    }
}
