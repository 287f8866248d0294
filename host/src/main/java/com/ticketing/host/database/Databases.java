package com.ticketing.host.database;

import com.ticketing.host.process.ManagedProcess;
import java.util.List;

/** A MongoDB database for each service. */
public interface Databases {

    /** Starts the servers and waits until they accept connections. */
    void start();

    String uri(String service);

    /** Returns the servers' processes, which must end after the services. */
    List<ManagedProcess> processes();

    /** Describes the servers in a few words. */
    String description();
}
