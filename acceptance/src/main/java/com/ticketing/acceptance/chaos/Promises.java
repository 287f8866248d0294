package com.ticketing.acceptance.chaos;

import com.ticketing.acceptance.invariants.Finding;
import com.ticketing.host.api.ApiResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** The writes that the suite has acknowledged to a user, and must not lose. */
final class Promises {

    private enum Kind {
        TICKET_CREATED,
        ORDER_PLACED,
        ORDER_CANCELLED,
        ORDER_PAID
    }

    private record Promise(Kind kind, Customer customer, String id) {}

    private final Queue<Promise> promises = new ConcurrentLinkedQueue<>();

    void ticketCreated(Customer seller, String ticket) {
        promises.add(new Promise(Kind.TICKET_CREATED, seller, ticket));
    }

    void orderPlaced(Customer buyer, String order) {
        promises.add(new Promise(Kind.ORDER_PLACED, buyer, order));
    }

    void orderCancelled(Customer buyer, String order) {
        promises.add(new Promise(Kind.ORDER_CANCELLED, buyer, order));
    }

    void orderPaid(Customer buyer, String order) {
        promises.add(new Promise(Kind.ORDER_PAID, buyer, order));
    }

    Finding verify() {
        List<String> broken = new ArrayList<>();
        for (Promise promise : promises) {
            String collection = promise.kind() == Kind.TICKET_CREATED ? "tickets" : "orders";
            ApiResponse response = promise.customer().get("/api/" + collection + "/" + promise.id());
            if (response.status() != 200 || !isKept(promise.kind(), response)) {
                broken.add(
                        promise.kind() + " " + promise.id() + " is now " + response.status() + " " + response.text());
            }
        }
        return new Finding("9 no acknowledged write is lost", promises.size(), broken);
    }

    private static boolean isKept(Kind kind, ApiResponse response) {
        String status = response.json().path("status").asString("");
        return switch (kind) {
            case TICKET_CREATED, ORDER_PLACED -> true;
            case ORDER_CANCELLED -> status.equals("cancelled");
            // A payment that came too late was refunded, and the order shows it.
            case ORDER_PAID -> status.equals("complete") || response.json().has("refund");
        };
    }
}
