package com.ticketing.tickets.ticket;

import com.ticketing.common.errors.ApiException;
import com.ticketing.common.errors.CommonError;
import com.ticketing.common.ids.TimeOrderedIds;
import com.ticketing.common.paging.Keyset;
import com.ticketing.common.security.CurrentUser;
import com.ticketing.tickets.ticket.TicketSearch.Filter;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The routes for admins. They show no content of a delivery. */
@RestController
@RequestMapping("/api/tickets")
@PreAuthorize("hasRole('admin')")
class AdminController {

    private static final Logger log = LoggerFactory.getLogger(AdminController.class);

    private final TicketService tickets;
    private final DeliveryService deliveries;

    AdminController(TicketService tickets, DeliveryService deliveries) {
        this.tickets = tickets;
        this.deliveries = deliveries;
    }

    @GetMapping("/sellers/{id}")
    ResponseEntity<List<TicketResponse>> listings(
            CurrentUser admin,
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String status,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable Integer limit) {
        if (!TimeOrderedIds.isId(id)) {
            throw new ApiException(CommonError.NOT_FOUND);
        }
        Keyset page = Keyset.of(after, limit, TicketController.PAGE_SIZE);
        List<TicketView> found = tickets.ofSeller(id, status, page);
        log.info("Listings read by admin: adminId={} sellerId={}", admin.id(), id);
        return page.answer(found, TicketView::id, TicketResponse::own);
    }

    @GetMapping("/deliveries/overdue")
    ResponseEntity<List<OverdueDeliveryResponse>> overdue(
            CurrentUser admin,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable Integer limit) {
        TicketSearch search =
                TicketSearch.of(null, Filter.NONE, TicketSort.SOONEST, after, limit, TicketController.PAGE_SIZE);
        List<TicketView> found = tickets.overdueDeliveries(search);
        log.info("Overdue deliveries read by admin: adminId={}", admin.id());
        return search.page().answer(found, search::position, OverdueDeliveryResponse::of);
    }

    @GetMapping("/{id}/delivery/reads")
    List<DeliveryReadsResponse> reads(CurrentUser admin, @PathVariable String id) {
        List<DeliveryReadsResponse> reads = deliveries.reads(id);
        log.info("Delivery reads read by admin: adminId={} ticketId={}", admin.id(), id);
        return reads;
    }
}
