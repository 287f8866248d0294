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

/** Listens on one loopback port; sends each request to the service that the Ingress names, or serves the web page. */
public final class Gateway implements AutoCloseable {

    /** ingress-nginx gives up on a silent service after as long. */
    private static final Duration READ_TIMEOUT = Duration.ofSeconds(60);

    private static final String WEB_PAGE = "client";

    private final Server server = new Server(threads());
    private final Replicas replicas = new Replicas();
    private final ServerConnector connector;

    /** @param cardForm whether the web page takes cards by Stripe's form, which needs leave in the page's policy */
    public Gateway(int port, IngressRoutes routes, Path webPage, boolean cardForm) {
        this(port, routes, webPage, cardForm, READ_TIMEOUT);
    }

    Gateway(int port, IngressRoutes routes, Path webPage, boolean cardForm, Duration readTimeout) {
        connector = new ServerConnector(server, new HttpConnectionFactory(http()));
        connector.setHost("127.0.0.1");
        connector.setPort(port);
        connector.setReuseAddress(true);
        // The limit that counts is the one towards the service; a waiting client is not an idle one.
        connector.setIdleTimeout(readTimeout.plusSeconds(15).toMillis());
        server.addConnector(connector);
        SecurityHeaders headers = new SecurityHeaders(cardForm);
        server.setErrorHandler(new ErrorAnswers(headers));
        server.setHandler(
                new Router(routes, new ReverseProxy(routes, replicas, readTimeout), new WebPage(webPage, headers)));
    }

    /** Takes the port, or says by an exception that it is taken. */
    public void listen() throws IOException {
        connector.open();
    }

    /** Begins to answer, with the addresses of each service's replicas. */
    public void start(Map<String, List<InetSocketAddress>> services) {
        replicas.use(services);
        LifeCycle.start(server);
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
        // A service dates its own answers.
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
