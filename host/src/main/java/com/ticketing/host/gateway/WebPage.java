package com.ticketing.host.gateway;

import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.zip.CRC32;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Serves the built web page, like the cluster's client pods, or a plain page if it is not built. */
final class WebPage {

    private static final Logger log = LoggerFactory.getLogger(WebPage.class);

    private static final String PLAIN_PAGE = "page/plain-page.html";

    private final Path built;
    private final SecurityHeaders headers;
    private final ErrorResponses errors;

    WebPage(Path built, SecurityHeaders headers, ErrorResponses errors) {
        this.built = built.toAbsolutePath().normalize();
        this.headers = headers;
        this.errors = errors;
    }

    FullHttpResponse respond(HttpRequest request, String path) {
        boolean reads =
                request.method().equals(HttpMethod.GET) || request.method().equals(HttpMethod.HEAD);
        if (!reads) {
            return errors.of(GatewayError.NOT_FOUND);
        }
        try {
            Optional<Path> file = file(path);
            if (file.isPresent()) {
                return respond(request, path, PageFile.read(file.get(), AcceptedEncodings.of(request)));
            }
            return path.equals("/") || isRouteOfThePage(request, path)
                    ? respond(request, "/", page(request))
                    : errors.of(GatewayError.NOT_FOUND);
        } catch (IOException e) {
            log.warn("A file of the page cannot be read: path={}", path, e);
            return errors.of(GatewayError.INTERNAL_ERROR);
        }
    }

    private Optional<Path> file(String path) {
        try {
            return Optional.of(built.resolve(path.substring(1)).normalize())
                    .filter(file -> file.startsWith(built) && Files.isRegularFile(file));
        } catch (InvalidPathException e) {
            // the file system has no such names
            return Optional.empty();
        }
    }

    /**
     * The page uses the history API: a request for a document that is not a file is answered with the page. Clients
     * such as link previews and curl accept everything; what they request is a document if it is not named like a file.
     */
    private static boolean isRouteOfThePage(HttpRequest request, String path) {
        String accept = request.headers().get(HttpHeaderNames.ACCEPT, "");
        boolean isFile = path.lastIndexOf('.') > path.lastIndexOf('/');
        boolean wantsDocument = accept.contains("text/html") || (accept.contains("*/*") && !isFile);
        return wantsDocument && !path.startsWith("/api/");
    }

    private PageFile page(HttpRequest request) throws IOException {
        Path index = built.resolve("index.html");
        if (Files.isRegularFile(index)) {
            return PageFile.read(index, AcceptedEncodings.of(request));
        }
        try (InputStream plain = Objects.requireNonNull(WebPage.class.getResourceAsStream(PLAIN_PAGE))) {
            return new PageFile(Unpooled.wrappedBuffer(plain.readAllBytes()), "text/html;charset=utf-8", null, false);
        }
    }

    private FullHttpResponse respond(HttpRequest request, String path, PageFile file) {
        String tag = tag(file);
        boolean known = tag.equals(request.headers().get(HttpHeaderNames.IF_NONE_MATCH));
        FullHttpResponse response = new DefaultFullHttpResponse(
                HttpVersion.HTTP_1_1,
                known ? HttpResponseStatus.NOT_MODIFIED : HttpResponseStatus.OK,
                known ? Unpooled.EMPTY_BUFFER : file.content());
        HttpHeaders fields = response.headers();
        headers.addTo(fields);
        // File names in assets/ contain a content hash.
        boolean fingerprinted = path.startsWith("/assets/");
        fields.set(HttpHeaderNames.CACHE_CONTROL, fingerprinted ? "public, max-age=31536000, immutable" : "no-cache");
        fields.set(HttpHeaderNames.ETAG, tag);
        if (file.varies()) {
            fields.set(HttpHeaderNames.VARY, HttpHeaderNames.ACCEPT_ENCODING);
        }
        if (!known) {
            fields.set(HttpHeaderNames.CONTENT_TYPE, file.type());
            if (file.encoding() != null) {
                fields.set(HttpHeaderNames.CONTENT_ENCODING, file.encoding());
            }
        }
        return response;
    }

    private static String tag(PageFile file) {
        CRC32 checksum = new CRC32();
        checksum.update(file.content().nioBuffer());
        return "\"" + Long.toHexString(checksum.getValue()) + "-"
                + file.content().readableBytes() + "\"";
    }
}
