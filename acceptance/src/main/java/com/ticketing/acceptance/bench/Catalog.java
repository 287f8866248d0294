package com.ticketing.acceptance.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Times the list while the catalog grows. */
final class Catalog {

    private static final int WARM_UP = 50;
    private static final int REQUESTS = 200;
    private static final Duration TIME = Duration.ofSeconds(10);

    private Catalog() {}

    /**
     * Fills the catalog to each size in turn, and removes the added tickets at the end.
     *
     * @param ticket an existing ticket on sale, of which copies are added
     */
    static List<CatalogTime> times(HttpLoad http, HttpCalls list, String database, String ticket, List<Integer> sizes)
            throws Exception {
        List<CatalogTime> times = new ArrayList<>();
        try (CatalogFiller catalog = new CatalogFiller(database)) {
            for (int size : sizes.stream().sorted().toList()) {
                catalog.fillTo(size, ticket);
                http.run(list, 1, WARM_UP, TIME);
                ResponseTimes responses = http.run(list, 1, REQUESTS, TIME);
                times.add(new CatalogTime(catalog.size(), responses.millis(50), responses.millis(99)));
            }
        }
        return times;
    }
}
