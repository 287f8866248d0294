package com.ticketing.host.database;

import com.ticketing.host.process.ManagedProcess;
import java.util.List;
import java.util.regex.Pattern;

/** The user's own server, with a database for each service. */
public final class RemoteDatabases implements Databases {

    /** Options that decide where a user is authenticated: all mechanisms but SCRAM have a source of their own. */
    private static final Pattern NAMES_AUTH_SOURCE = Pattern.compile("(?i)[?&](authSource=|authMechanism=(?!SCRAM))");

    private final String server;
    private final String options;

    /**
     * Uses a running server.
     *
     * @param address a {@code mongodb://} address; each service's database replaces its database, which still
     *     authenticates the user
     */
    public RemoteDatabases(String address) {
        int hosts = address.indexOf("://") + 3;
        int question = address.indexOf('?', hosts);
        String withoutOptions = question < 0 ? address : address.substring(0, question);
        int slash = withoutOptions.indexOf('/', hosts);
        this.server = slash < 0 ? withoutOptions : withoutOptions.substring(0, slash);
        String given = question < 0 ? "" : address.substring(question);
        String database = slash < 0 ? "" : withoutOptions.substring(slash + 1);
        this.options = server.contains("@") ? withAuthSource(given, database) : given;
    }

    private static String withAuthSource(String options, String database) {
        if (NAMES_AUTH_SOURCE.matcher(options).find()) {
            return options;
        }
        return (options.isEmpty() ? "?" : options + "&") + "authSource=" + (database.isEmpty() ? "admin" : database);
    }

    @Override
    public void start() {
        // The server runs already.
    }

    @Override
    public String uri(String service) {
        return server + "/" + service + options;
    }

    @Override
    public List<ManagedProcess> processes() {
        return List.of();
    }

    @Override
    public String description() {
        return "the server given with --mongo";
    }
}
