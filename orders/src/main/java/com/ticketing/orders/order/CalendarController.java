package com.ticketing.orders.order;

import com.ticketing.common.errors.ApiException;
import com.ticketing.common.errors.CommonError;
import com.ticketing.common.events.OrderStatus;
import com.ticketing.common.events.TicketFacts;
import com.ticketing.common.security.CurrentUser;
import com.ticketing.orders.calendar.CalendarEvent;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Gives the buyer of a ticket its event as a calendar file, see ADR 58. */
@RestController
class CalendarController {

    private final OrderService orders;

    CalendarController(OrderService orders) {
        this.orders = orders;
    }

    /** Returns the file. An order that is not complete, or whose event has no known start, has none: 404. */
    @GetMapping(path = "/api/orders/{id}/calendar", produces = "text/calendar;charset=UTF-8")
    ResponseEntity<String> calendar(CurrentUser user, @PathVariable String id) {
        Order order = orders.get(id, user.id());
        Instant start = Optional.ofNullable(order.ticket().facts().startsAt())
                .filter(known -> order.status() == OrderStatus.COMPLETE)
                .orElseThrow(() -> new ApiException(CommonError.NOT_FOUND));
        String name = "ticket-" + order.id() + ".ics";
        return ResponseEntity.ok()
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment().filename(name).build().toString())
                .body(event(order, start).file());
    }

    private static CalendarEvent event(Order order, Instant start) {
        TicketFacts facts = order.ticket().facts();
        return new CalendarEvent(
                order.id() + "@orders.ticketing",
                order.placedAt().orElse(order.expiresAt()),
                start,
                order.ticket().title(),
                Stream.of(facts.venue(), facts.city()).filter(Objects::nonNull).collect(Collectors.joining(", ")),
                Objects.requireNonNullElse(facts.seat(), ""));
    }
}
