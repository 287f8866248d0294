package com.ticketing.common.limits;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import org.springframework.http.MediaType;
import org.springframework.http.server.PathContainer;
import org.springframework.util.unit.DataSize;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/**
 * A route that accepts files, with its own limit of the body; a bean of the service. The limit applies to multipart
 * requests only, so that a JSON body of the same route keeps the common limit.
 *
 * @param limit the maximum size of the body, with the parts' headers
 */
public record UploadRoute(String method, PathPattern path, DataSize limit) {

    /** Names the route by its method and path pattern, for example {@code /api/tickets/{id}/delivery}. */
    public static UploadRoute of(String method, String path, DataSize limit) {
        return new UploadRoute(method, PathPatternParser.defaultInstance.parse(path), limit);
    }

    boolean matches(HttpServletRequest request) {
        String type = request.getContentType();
        return method.equals(request.getMethod())
                && type != null
                && type.toLowerCase(Locale.ROOT).startsWith(MediaType.MULTIPART_FORM_DATA_VALUE)
                && path.matches(PathContainer.parsePath(request.getRequestURI()));
    }
}
