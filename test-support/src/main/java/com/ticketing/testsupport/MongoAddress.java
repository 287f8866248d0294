package com.ticketing.testsupport;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A connection string whose database can be replaced: who signs in, and where, stays the same. */
record MongoAddress(String server, String database, String options) {

    private static final Pattern URI = Pattern.compile("(mongodb(?:\\+srv)?://[^/?]+)(?:/([^?]*))?(?:\\?(.*))?");

    static MongoAddress parse(String uri) {
        Matcher matcher = URI.matcher(uri);
        if (!matcher.matches()) {
            throw new IllegalStateException("Not a mongodb:// address (TEST_MONGODB_URI)");
        }
        return new MongoAddress(matcher.group(1), orEmpty(matcher.group(2)), orEmpty(matcher.group(3)));
    }

    String uri(String name) {
        String all = options;
        if (server.contains("@") && !options.contains("authSource=")) {
            String authSource = "authSource=" + (database.isEmpty() ? "admin" : database);
            all = options.isEmpty() ? authSource : options + "&" + authSource;
        }
        return server + "/" + name + (all.isEmpty() ? "" : "?" + all);
    }

    private static String orEmpty(@Nullable String group) {
        return group == null ? "" : group;
    }
}
