package com.ticketing.common.security;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;

/**
 * The origin of a page.
 *
 * @param authority host and port in lower case, without the default port of the scheme
 */
record Origin(String scheme, String authority) {

    static Optional<Origin> parse(String text) {
        try {
            URI uri = new URI(text.toLowerCase(Locale.ROOT));
            String scheme = uri.getScheme();
            boolean onlyOrigin = "http".equals(scheme) || "https".equals(scheme);
            return onlyOrigin
                            && uri.getHost() != null
                            && text.length()
                                    == scheme.length()
                                            + 3
                                            + uri.getRawAuthority().length()
                    ? Optional.of(new Origin(scheme, withoutDefaultPort(scheme, uri.getRawAuthority())))
                    : Optional.empty();
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    /** Returns whether pages of this origin are served by the host, as a {@code Host} header names it. */
    boolean isServedBy(String host) {
        return withoutDefaultPort(scheme, host.toLowerCase(Locale.ROOT)).equals(authority);
    }

    private static String withoutDefaultPort(String scheme, String authority) {
        String defaultPort = scheme.equals("https") ? ":443" : ":80";
        return authority.endsWith(defaultPort)
                ? authority.substring(0, authority.length() - defaultPort.length())
                : authority;
    }
}
