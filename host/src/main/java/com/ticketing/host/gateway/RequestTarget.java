package com.ticketing.host.gateway;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/**
 * The target of a request.
 *
 * @param uri path and query as the client has sent them
 * @param path decoded, and without dot segments and empty segments: the routes match it
 */
record RequestTarget(String uri, String path) {

    /** The result of decoding an escape that is not UTF-8. */
    private static final String REPLACEMENT = "\uFFFD";

    /** Parses a target. Returns empty if it is malformed, contains other characters than ASCII or is not a path. */
    static Optional<RequestTarget> parse(String target) {
        boolean originForm = target.startsWith("/");
        try {
            URI uri = new URI(originForm ? "http://gateway" + target : target);
            String path = uri.getRawPath();
            if (path == null
                    || !path.startsWith("/")
                    || uri.getRawFragment() != null
                    || !isAscii(target)
                    || uri.getPath().contains(REPLACEMENT)
                    || target.contains("%00")) {
                return Optional.empty();
            }
            String query = uri.getRawQuery();
            String forwarded = originForm ? target : path + (query == null ? "" : "?" + query);
            return Optional.of(new RequestTarget(forwarded, isNormal(path) ? path : normalized(uri.getPath())));
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    private static boolean isAscii(String text) {
        return text.chars().allMatch(character -> character < 128);
    }

    private static boolean isNormal(String path) {
        return path.indexOf('%') < 0 && !path.contains("/.") && !path.contains("//");
    }

    private static String normalized(String path) {
        Deque<String> segments = new ArrayDeque<>();
        for (String segment : path.split("/", -1)) {
            if (segment.equals("..")) {
                segments.pollLast();
            } else if (!segment.isEmpty() && !segment.equals(".")) {
                segments.addLast(segment);
            }
        }
        return "/" + String.join("/", segments);
    }
}
