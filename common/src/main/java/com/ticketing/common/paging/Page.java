package com.ticketing.common.paging;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/**
 * The entries of a page.
 *
 * @param next the last entry's id, after which the next page begins; null on the last page
 */
public record Page<T>(List<T> entries, @Nullable String next) {

    /** Returns the header with the link to the next page, for the current request; empty on the last page. */
    public HttpHeaders links() {
        HttpHeaders headers = new HttpHeaders();
        if (next != null) {
            String link = ServletUriComponentsBuilder.fromCurrentRequest()
                    .replaceQueryParam("after", next)
                    .scheme(null)
                    .host(null)
                    .port(null)
                    .build()
                    .toUriString();
            headers.set(HttpHeaders.LINK, "<" + link + ">; rel=\"next\"");
        }
        return headers;
    }
}
