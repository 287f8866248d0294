package com.ticketing.acceptance.load;

import com.ticketing.acceptance.invariants.Finding;
import com.ticketing.host.api.ApiResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** The writes that the suite has acknowledged to users and must not lose. */
public final class AcknowledgedWrites {

    private enum Kind {
        TICKET_CREATED,
        TICKET_EDITED,
        ORDER_PLACED,
        ORDER_CANCELLED,
        ORDER_PAID
    }

    /** @param version of the ticket after the write; 0 if it is not known */
    private record Write(Kind kind, Customer customer, String id, long version) {

        Write(Kind kind, Customer customer, String id) {
            this(kind, customer, id, 0);
        }

        boolean isOfTicket() {
            return kind == Kind.TICKET_CREATED || kind == Kind.TICKET_EDITED;
        }
    }

    private final Queue<Write> writes = new ConcurrentLinkedQueue<>();

    void ticketCreated(Customer seller, String ticket) {
        writes.add(new Write(Kind.TICKET_CREATED, seller, ticket));
    }

    void ticketEdited(Customer seller, String ticket, long version) {
        writes.add(new Write(Kind.TICKET_EDITED, seller, ticket, version));
    }

    void orderPlaced(Customer buyer, String order) {
        writes.add(new Write(Kind.ORDER_PLACED, buyer, order));
    }

    void orderCancelled(Customer buyer, String order) {
        writes.add(new Write(Kind.ORDER_CANCELLED, buyer, order));
    }

    void orderPaid(Customer buyer, String order) {
        writes.add(new Write(Kind.ORDER_PAID, buyer, order));
    }

    /** Reads each written object as its user. */
    public Finding verify() {
        List<String> lost = new ArrayList<>();
        for (Write write : writes) {
            String collection = write.isOfTicket() ? "tickets" : "orders";
            ApiResponse response = write.customer().get("/api/" + collection + "/" + write.id());
            if (response.status() != 200 || !isStored(write, response)) {
                String version = write.version() > 0 ? " at version " + write.version() : "";
                lost.add(write.kind() + " " + write.id() + version + " is now " + response.status() + " "
                        + response.text());
            }
        }
        return new Finding("9 no acknowledged write is lost", writes.size(), lost);
    }

    private static boolean isStored(Write write, ApiResponse response) {
        String status = response.json().path("status").asString("");
        return switch (write.kind()) {
            case TICKET_CREATED, ORDER_PLACED -> true;
            case TICKET_EDITED -> response.json().path("version").asLong(-1) >= write.version();
            case ORDER_CANCELLED -> status.equals("cancelled");
            // A late payment was refunded, and the order shows it.
            case ORDER_PAID -> status.equals("complete") || response.json().has("refund");
        };
    }
}
