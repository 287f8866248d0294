package com.ticketing.host.database;

import static java.util.stream.Collectors.toMap;

import com.ticketing.host.process.Poll;
import com.ticketing.host.process.Ports;
import com.ticketing.host.settings.Services;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

/** One loopback port for the database of each service. */
record DatabasePorts(Map<String, Integer> ports) {

    static DatabasePorts reserve(Ports ports) {
        return new DatabasePorts(Services.ALL.stream().collect(toMap(Function.identity(), service -> ports.next())));
    }

    int of(String service) {
        return Objects.requireNonNull(ports.get(service));
    }

    String uri(String service) {
        return "mongodb://127.0.0.1:" + of(service) + "/" + service;
    }

    void awaitOpen(String server) {
        ports.values().forEach(port -> Poll.awaitPort(server, port));
    }
}
