package com.ticketing.acceptance.chaos;

import com.ticketing.acceptance.invariants.Finding;
import com.ticketing.host.api.Answer;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** What the suite has acknowledged to somebody, and must still know afterwards. */
final class Promises {

    private enum Kind {
        LISTED,
        PLACED,
        CANCELLED,
        PAID
    }

    private record Promise(Kind kind, Customer to, String id) {}

    private final Queue<Promise> made = new ConcurrentLinkedQueue<>();

    void listed(Customer seller, String ticket) {
        made.add(new Promise(Kind.LISTED, seller, ticket));
    }

    void placed(Customer buyer, String order) {
        made.add(new Promise(Kind.PLACED, buyer, order));
    }

    void cancelled(Customer buyer, String order) {
        made.add(new Promise(Kind.CANCELLED, buyer, order));
    }

    void paid(Customer buyer, String order) {
        made.add(new Promise(Kind.PAID, buyer, order));
    }

    Finding verify() {
        List<String> broken = new ArrayList<>();
        for (Promise promise : made) {
            String path = (promise.kind() == Kind.LISTED ? "/api/tickets/" : "/api/orders/") + promise.id();
            Answer answer = promise.to().get(path);
            if (answer.status() != 200 || !isKept(promise.kind(), answer)) {
                broken.add(promise.kind() + " " + promise.id() + " is now " + answer.status() + " " + answer.text());
            }
        }
        return new Finding("9 nothing that was acknowledged is lost", made.size(), broken);
    }

    private static boolean isKept(Kind kind, Answer answer) {
        String status = answer.json().path("status").asString("");
        return switch (kind) {
            case LISTED, PLACED -> true;
            case CANCELLED -> status.equals("cancelled");
            // money that came too late has gone back, and the order says so
            case PAID -> status.equals("complete") || answer.json().has("refund");
        };
    }
}
