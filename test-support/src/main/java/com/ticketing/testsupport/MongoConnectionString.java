package com.ticketing.testsupport;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A MongoDB connection string whose database can be replaced without changing the server and the credentials. */
record MongoConnectionString(String server, String database, String options) {

    private static final Pattern URI = Pattern.compile("(mongodb(?:\\+srv)?://[^/?]+)(?:/([^?]*))?(?:\\?(.*))?");

    static MongoConnectionString parse(String uri) {
        Matcher matcher = URI.matcher(uri);
        if (!matcher.matches()) {
            // The string may contain a password.
            throw new IllegalStateException("TEST_MONGODB_URI is not a mongodb:// connection string");
        }
        return new MongoConnectionString(
                matcher.group(1), emptyIfNull(matcher.group(2)), emptyIfNull(matcher.group(3)));
    }

    /** Returns the connection string with the database. The original database stays the authentication source. */
    String withDatabase(String name) {
        String all = options;
        if (server.contains("@") && !options.contains("authSource=")) {
            String authSource = "authSource=" + (database.isEmpty() ? "admin" : database);
            all = options.isEmpty() ? authSource : options + "&" + authSource;
        }
        return server + "/" + name + (all.isEmpty() ? "" : "?" + all);
    }

    private static String emptyIfNull(@Nullable String group) {
        return group == null ? "" : group;
    }
}
