package com.ticketing.host.settings;

import java.util.List;

/** The suite's services. A name is also that of the jar, the database and the Kubernetes Service. */
public final class Services {

    public static final List<String> ALL = List.of("auth", "tickets", "orders", "expiration", "payments");

    private Services() {}
}
