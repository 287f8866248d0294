package com.ticketing.host.database;

import com.ticketing.host.process.ManagedProcess;
import java.util.List;

/** The user's own server, with a database for each service. */
public final class RemoteDatabases implements Databases {

    private final String server;
    private final String options;

    /**
     * Uses a running server.
     *
     * @param address a {@code mongodb://} address, whose database, if it has one, is replaced
     */
    public RemoteDatabases(String address) {
        int hosts = address.indexOf("://") + 3;
        int question = address.indexOf('?', hosts);
        String withoutOptions = question < 0 ? address : address.substring(0, question);
        int slash = withoutOptions.indexOf('/', hosts);
        this.server = slash < 0 ? withoutOptions : withoutOptions.substring(0, slash);
        this.options = question < 0 ? "" : address.substring(question);
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
