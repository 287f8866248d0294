package com.ticketing.sample.ticket;

import java.util.ArrayList;
import java.util.List;

/** A repository of its own making, whose save is another. */
class Tickets {

    private final List<String> saved = new ArrayList<>();

    void save(String ticket) {
        saved.add(ticket);
    }
}
