package com.ticketing.host.gateway;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.client.HttpClient;
import org.eclipse.jetty.client.Response.CompleteListener;
import org.eclipse.jetty.client.transport.HttpClientTransportDynamic;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.http.HttpURI;
import org.eclipse.jetty.io.ClientConnector;
import org.eclipse.jetty.proxy.ProxyHandler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** Forwards requests like ingress-nginx: keeps the Host header and replaces all forwarding headers. */
final class ReverseProxy extends ProxyHandler {

    private static final int MAX_CONNECTIONS = 8192;
    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(2);
    private static final List<String> FORWARDED = List.of(
            "forwarded", "x-forwarded-for", "x-forwarded-host", "x-forwarded-port", "x-forwarded-proto", "x-real-ip");

    private final IngressRoutes routes;
    private final Replicas replicas;
    private final Duration readTimeout;

    ReverseProxy(IngressRoutes routes, Replicas replicas, Duration readTimeout) {
        this.routes = routes;
        this.replicas = replicas;
        this.readTimeout = readTimeout;
    }

    @Override
    protected HttpClient newHttpClient() {
        HttpClient client = new HttpClient(new HttpClientTransportDynamic(new ClientConnector()));
        client.setExecutor(getServer().getThreadPool());
        client.setSocketAddressResolver(replicas);
        client.setMaxConnectionsPerDestination(MAX_CONNECTIONS);
        client.setMaxRequestsQueuedPerDestination(MAX_CONNECTIONS);
        client.setConnectTimeout(CONNECT_TIMEOUT.toMillis());
        client.setUserAgentField(null);
        return client;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        try {
            new URI(request.getHttpURI().getPathQuery());
        } catch (URISyntaxException e) {
            Response.writeError(request, response, callback, HttpStatus.BAD_REQUEST_400);
            return true;
        }
        return super.handle(request, response, callback);
    }

    @Override
    protected HttpURI rewriteHttpURI(Request request) {
        String service =
                routes.serviceOf(request.getHttpURI().getCanonicalPath()).orElseThrow();
        return HttpURI.build(request.getHttpURI())
                .scheme("http")
                .authority(replicas.nextHost(service))
                .asImmutable();
    }

    @Override
    protected void addProxyHeaders(Request request, org.eclipse.jetty.client.Request upstream) {
        String host = request.getHeaders().get(HttpHeader.HOST);
        String scheme = request.isSecure() ? "https" : "http";
        String port = Integer.toString(Request.getServerPort(request));
        upstream.idleTimeout(readTimeout.toMillis(), TimeUnit.MILLISECONDS).headers(headers -> {
            FORWARDED.forEach(headers::remove);
            headers.put("X-Forwarded-For", Request.getRemoteAddr(request));
            headers.put("X-Forwarded-Proto", scheme);
            headers.put("X-Forwarded-Port", port);
            if (host != null) {
                headers.put("X-Forwarded-Host", host);
            }
        });
    }

    @Override
    protected CompleteListener newServerToProxyResponseListener(
            Request request, org.eclipse.jetty.client.Request upstream, Response response, Callback callback) {
        return new StreamAwareListener(request, upstream, response, callback);
    }

    /** Closes an event stream's upstream connection when its client disconnects, not at the next event. */
    private final class StreamAwareListener extends ProxyResponseListener {

        private final Request request;
        private final Response toClient;

        StreamAwareListener(
                Request request, org.eclipse.jetty.client.Request upstream, Response toClient, Callback callback) {
            super(request, upstream, toClient, callback);
            this.request = request;
            this.toClient = toClient;
        }

        @Override
        public void onHeaders(org.eclipse.jetty.client.Response fromService) {
            super.onHeaders(fromService);
            String type = fromService.getHeaders().get(HttpHeader.CONTENT_TYPE);
            if (type != null && type.startsWith("text/event-stream")) {
                ClientDisconnect.watch(request, toClient, closed -> {
                    var unused = fromService.abort(closed);
                });
            }
        }
    }
}
