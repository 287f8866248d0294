package com.ticketing.local;

import java.util.List;

/** The suite's services; each is also the name of its jar, its database and its Kubernetes Service. */
final class Services {

    static final List<String> ALL = List.of("auth", "tickets", "orders", "expiration", "payments");

    private Services() {}
}
