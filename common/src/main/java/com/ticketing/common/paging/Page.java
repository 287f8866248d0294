package com.ticketing.common.paging;

import com.ticketing.common.errors.ApiException;
import com.ticketing.common.errors.CommonError;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * The entries of a page.
 *
 * @param next the last entry's id, after which the next page begins; null on the last page
 */
public record Page<T>(List<T> entries, @Nullable String next) {

    /** Longer than any link with valid parameters. Proxies reject responses with larger headers. */
    private static final int MAX_LINK_LENGTH = 3_500;

    /**
     * Returns the header with the link to the next page, for the current request; empty on the last page. The link has
     * the route's own parameters only.
     *
     * @throws ApiException with status 400 if the parameters are longer than valid ones can be
     */
    public HttpHeaders links() {
        HttpHeaders headers = new HttpHeaders();
        if (next != null) {
            headers.set(HttpHeaders.LINK, "<" + link(next) + ">; rel=\"next\"");
        }
        return headers;
    }

    private static String link(String next) {
        UriComponentsBuilder link = ServletUriComponentsBuilder.fromCurrentRequest();
        Set<String> ofRoute = parametersOfRoute();
        link.build().getQueryParams().keySet().stream()
                .filter(name -> !ofRoute.contains(name))
                .forEach(link::replaceQueryParam);
        String uri = link.replaceQueryParam("after", next)
                .scheme(null)
                .host(null)
                .port(null)
                .build()
                .toUriString();
        if (uri.length() > MAX_LINK_LENGTH) {
            throw new ApiException(CommonError.BAD_REQUEST);
        }
        return uri;
    }

    private static Set<String> parametersOfRoute() {
        Object handler = RequestContextHolder.currentRequestAttributes()
                .getAttribute(HandlerMapping.BEST_MATCHING_HANDLER_ATTRIBUTE, RequestAttributes.SCOPE_REQUEST);
        return handler instanceof HandlerMethod method
                ? Arrays.stream(method.getMethod().getParameters())
                        .filter(parameter -> parameter.isAnnotationPresent(RequestParam.class))
                        .map(parameter -> parameter.getName())
                        .collect(Collectors.toUnmodifiableSet())
                : Set.of();
    }
}
