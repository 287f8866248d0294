package com.ticketing.infra;

import java.util.List;

/** The names of the suite's services, read from the file {@code services}, one name per line. */
final class Services {

    static final List<String> ALL = Checkout.read("services").lines().toList();

    private Services() {}
}
