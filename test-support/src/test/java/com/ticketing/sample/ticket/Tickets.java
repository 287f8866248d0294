package com.ticketing.sample.ticket;

import java.util.ArrayList;
import java.util.List;

/** A repository without Spring Data, whose save is allowed. */
class Tickets {

    private final List<String> saved = new ArrayList<>();

    void save(String ticket) {
        saved.add(ticket);
    }
}
