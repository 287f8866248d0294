package com.ticketing.local;

import java.util.List;

/** Where each service keeps its data. */
interface Databases {

    /** Starts what is not there yet. */
    void start();

    String uri(String service);

    /** What must end after everything else. */
    List<Part> parts();

    /** One line for the person who started it. */
    String description();
}
