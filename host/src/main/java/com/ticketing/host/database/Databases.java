package com.ticketing.host.database;

import com.ticketing.host.process.ManagedProcess;
import java.util.List;

/** Where each service keeps its data. */
public interface Databases {

    /** Starts what is not there yet. */
    void start();

    String uri(String service);

    /** What must end after everything else. */
    List<ManagedProcess> parts();

    /** One line for the person who started it. */
    String description();
}
