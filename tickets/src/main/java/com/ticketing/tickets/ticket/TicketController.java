package com.ticketing.tickets.ticket;

import com.ticketing.common.events.TicketFacts;
import com.ticketing.common.idempotency.IdempotencyKey;
import com.ticketing.common.json.SerializedJson;
import com.ticketing.common.paging.Keyset;
import com.ticketing.common.security.CurrentUser;
import com.ticketing.common.text.MaxLength;
import com.ticketing.tickets.ticket.TicketSearch.Filter;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Pattern;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/tickets")
class TicketController {

    static final int PAGE_SIZE = 50;

    private final TicketService tickets;
    private final SharedReads sharedReads;

    TicketController(TicketService tickets, SharedReads sharedReads) {
        this.tickets = tickets;
        this.sharedReads = sharedReads;
    }

    @GetMapping
    ResponseEntity<SerializedJson<List<TicketResponse>>> search(
            @RequestParam(required = false) @MaxLength(value = 100, message = "{search-too-long}") @Nullable String q,
            @RequestParam(required = false) @Nullable String sort,
            @RequestParam(required = false)
                    @MaxLength(value = TicketFacts.LONGEST_CITY, message = "{text-too-long}")
                    @Nullable
                    String city,
            @RequestParam(required = false)
                    @Pattern(regexp = TicketRequest.CATEGORIES, message = "{category-unknown}")
                    @Nullable
                    String category,
            @RequestParam(required = false) @Nullable Instant from,
            @RequestParam(required = false) @Nullable Instant to,
            @RequestParam(required = false) @FilterPrice @Nullable BigDecimal minPrice,
            @RequestParam(required = false) @FilterPrice @Nullable BigDecimal maxPrice,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable Integer limit) {
        Filter filter = new Filter(city, category, from, to, minPrice, maxPrice);
        return sharedReads.search(TicketSearch.of(q, filter, TicketSort.of(sort), after, limit, PAGE_SIZE));
    }

    @GetMapping("/mine")
    ResponseEntity<List<TicketResponse>> mine(
            CurrentUser user,
            @RequestParam(required = false) @Nullable String status,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable Integer limit) {
        Keyset page = Keyset.of(after, limit, PAGE_SIZE);
        return page.answer(tickets.ofSeller(user.id(), status, page), TicketView::id, TicketResponse::own);
    }

    @GetMapping("/mine/totals")
    ListingTotals totals(CurrentUser user) {
        return tickets.totals(user.id());
    }

    @GetMapping("/{id}")
    ResponseEntity<SerializedJson<TicketResponse>> get(@PathVariable String id) {
        return sharedReads.view(id);
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Object create(
            CurrentUser user,
            @Valid @RequestBody TicketRequest request,
            @RequestHeader(name = IdempotencyKey.HEADER, required = false) @IdempotencyKey @Nullable String key) {
        List<TicketResponse> created = tickets.create(user.id(), request, key).stream()
                .map(TicketResponse::of)
                .toList();
        return request.quantity() == null ? created.getFirst() : created;
    }

    @PutMapping("/{id}")
    TicketResponse edit(CurrentUser user, @PathVariable String id, @Valid @RequestBody TicketRequest request) {
        return TicketResponse.of(tickets.edit(id, user.id(), request));
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void withdraw(CurrentUser user, @PathVariable String id) {
        tickets.withdraw(id, user.id());
    }

    @PostMapping("/{id}/restore")
    TicketResponse restore(CurrentUser user, @PathVariable String id) {
        return TicketResponse.of(tickets.restore(id, user.id()));
    }
}
