package com.ticketing.host.settings;

import java.util.List;

/** The suite's services; each is also the name of its jar, its database and its Kubernetes Service. */
public final class Services {

    public static final List<String> ALL = List.of("auth", "tickets", "orders", "expiration", "payments");

    private Services() {}
}
