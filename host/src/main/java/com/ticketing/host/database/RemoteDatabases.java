package com.ticketing.host.database;

import com.ticketing.host.process.ManagedProcess;
import java.util.List;

/** One server of the person's own, with a database for each service. */
public final class RemoteDatabases implements Databases {

    private final String before;
    private final String after;

    public RemoteDatabases(String address) {
        int hosts = address.indexOf("://") + 3;
        int question = address.indexOf('?', hosts);
        String server = question < 0 ? address : address.substring(0, question);
        int slash = server.indexOf('/', hosts);
        this.before = slash < 0 ? server : server.substring(0, slash);
        this.after = question < 0 ? "" : address.substring(question);
    }

    @Override
    public void start() {
        // It runs already.
    }

    @Override
    public String uri(String service) {
        return before + "/" + service + after;
    }

    @Override
    public List<ManagedProcess> parts() {
        return List.of();
    }

    @Override
    public String description() {
        return "MongoDB: the server given with --mongo";
    }
}
