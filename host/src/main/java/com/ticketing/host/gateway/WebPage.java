package com.ticketing.host.gateway;

import java.nio.file.Files;
import java.nio.file.Path;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.http.HttpURI;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ResourceHandler;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.resource.ResourceFactory;

/** Serves the built web page, like the cluster's client pods, or a plain page if it is not built. */
final class WebPage extends Handler.Wrapper {

    private static final String PLAIN_PAGE = "plain-page.html";

    private final Path built;
    private final SecurityHeaders headers;
    private final ResourceHandler files = new ResourceHandler();

    WebPage(Path built, SecurityHeaders headers) {
        this.built = built;
        this.headers = headers;
        setHandler(files);
    }

    @Override
    protected void doStart() throws Exception {
        ResourceFactory resources = ResourceFactory.of(this);
        files.setBaseResource(
                isBuilt() ? resources.newResource(built) : resources.newClassLoaderResource(folderOfPlainPage()));
        files.setDirAllowed(false);
        files.setWelcomeFiles(isBuilt() ? "index.html" : PLAIN_PAGE);
        files.setEtags(true);
        super.doStart();
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        headers.addTo(response);
        String path = request.getHttpURI().getCanonicalPath();
        boolean fingerprinted = path.startsWith("/assets/");
        response.getHeaders()
                .put(HttpHeader.CACHE_CONTROL, fingerprinted ? "public, max-age=31536000, immutable" : "no-cache");
        return super.handle(isRouteOfThePage(request, path) ? rootOf(request) : request, response, callback);
    }

    /** The page uses the history API: a request for a document that is not a file is answered with the page. */
    private boolean isRouteOfThePage(Request request, String path) {
        String accept = request.getHeaders().get(HttpHeader.ACCEPT);
        return (HttpMethod.GET.is(request.getMethod()) || HttpMethod.HEAD.is(request.getMethod()))
                && accept != null
                && accept.contains("text/html")
                && !path.startsWith("/api/")
                && !isFile(path);
    }

    private boolean isFile(String path) {
        Path file = built.resolve(path.substring(1)).normalize();
        return file.startsWith(built) && Files.isRegularFile(file);
    }

    private boolean isBuilt() {
        return Files.isRegularFile(built.resolve("index.html"));
    }

    private static String folderOfPlainPage() {
        return WebPage.class.getPackageName().replace('.', '/') + "/page/";
    }

    private static Request rootOf(Request request) {
        HttpURI root = HttpURI.build(request.getHttpURI()).path("/").query(null).asImmutable();
        return Request.serveAs(request, root);
    }
}
