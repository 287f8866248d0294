package com.ticketing.host.gateway;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.component.LifeCycle;
import org.eclipse.jetty.util.thread.VirtualThreadPool;

/** Listens on one loopback port, forwards each request to the service that the Ingress names, and serves the web page. */
public final class Gateway implements AutoCloseable {

    /** The same as ingress-nginx's default. */
    private static final Duration READ_TIMEOUT = Duration.ofSeconds(60);

    private static final String WEB_PAGE = "client";

    private final Server server = new Server(threads());
    private final Replicas replicas = new Replicas();
    private final ServerConnector connector;

    /**
     * Creates a gateway that does not listen yet.
     *
     * @param webPage the folder of the built page
     * @param cardForm whether the page uses Stripe's card form, which its Content Security Policy must allow
     */
    public Gateway(int port, IngressRoutes routes, Path webPage, boolean cardForm) {
        this(port, routes, webPage, cardForm, READ_TIMEOUT);
    }

    Gateway(int port, IngressRoutes routes, Path webPage, boolean cardForm, Duration readTimeout) {
        connector = new ServerConnector(server, new HttpConnectionFactory(http()));
        connector.setHost("127.0.0.1");
        connector.setPort(port);
        connector.setReuseAddress(true);
        // A client that waits for its response is not idle: the read timeout of the service applies.
        connector.setIdleTimeout(readTimeout.plusSeconds(15).toMillis());
        server.addConnector(connector);
        SecurityHeaders headers = new SecurityHeaders(cardForm);
        server.setErrorHandler(new ErrorResponses(headers));
        server.setHandler(
                new Router(routes, new ReverseProxy(routes, replicas, readTimeout), new WebPage(webPage, headers)));
    }

    /**
     * Binds the port.
     *
     * @throws IOException if the port is in use
     */
    public void listen() throws IOException {
        connector.open();
    }

    /** Starts to serve requests, with the addresses of each service's replicas. */
    public void start(Map<String, List<InetSocketAddress>> services) {
        use(services);
        LifeCycle.start(server);
    }

    /** Sends further requests to these replicas. */
    public void use(Map<String, List<InetSocketAddress>> services) {
        replicas.use(services);
    }

    public int port() {
        return connector.getLocalPort();
    }

    @Override
    public void close() {
        LifeCycle.stop(server);
    }

    private static VirtualThreadPool threads() {
        VirtualThreadPool threads = new VirtualThreadPool();
        threads.setName("gateway");
        return threads;
    }

    private static HttpConfiguration http() {
        HttpConfiguration http = new HttpConfiguration();
        http.setSendServerVersion(false);
        // Services set the Date header of their responses.
        http.setSendDateHeader(false);
        return http;
    }

    private static final class Router extends Handler.Abstract {

        private final IngressRoutes routes;
        private final ReverseProxy proxy;
        private final WebPage webPage;

        Router(IngressRoutes routes, ReverseProxy proxy, WebPage webPage) {
            this.routes = routes;
            this.proxy = proxy;
            this.webPage = webPage;
            installBean(proxy);
            installBean(webPage);
        }

        @Override
        public void setServer(Server server) {
            super.setServer(server);
            proxy.setServer(server);
            webPage.setServer(server);
        }

        @Override
        public boolean handle(Request request, Response response, Callback callback) throws Exception {
            String service =
                    routes.serviceOf(request.getHttpURI().getCanonicalPath()).orElse("");
            if (service.isEmpty()) {
                return false;
            }
            return service.equals(WEB_PAGE)
                    ? webPage.handle(request, response, callback)
                    : proxy.handle(request, response, callback);
        }
    }
}
