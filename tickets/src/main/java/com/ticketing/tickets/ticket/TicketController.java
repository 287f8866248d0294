package com.ticketing.tickets.ticket;

import com.ticketing.common.idempotency.IdempotencyKey;
import com.ticketing.common.paging.Keyset;
import com.ticketing.common.reads.SerializedJson;
import com.ticketing.common.security.CurrentUser;
import com.ticketing.common.text.MaxLength;
import jakarta.validation.Valid;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
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

    private static final int PAGE_SIZE = 50;

    private final TicketService tickets;
    private final SharedReads sharedReads;

    TicketController(TicketService tickets, SharedReads sharedReads) {
        this.tickets = tickets;
        this.sharedReads = sharedReads;
    }

    @GetMapping
    ResponseEntity<SerializedJson<List<TicketResponse>>> search(
            @RequestParam(required = false) @MaxLength(value = 100, message = "{search-too-long}") @Nullable String q,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable Integer limit) {
        return sharedReads.search(q, Keyset.of(after, limit, PAGE_SIZE));
    }

    @GetMapping("/mine")
    ResponseEntity<List<TicketResponse>> mine(
            CurrentUser user,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable Integer limit) {
        Keyset page = Keyset.of(after, limit, PAGE_SIZE);
        return page.answer(tickets.ofSeller(user.id(), page), TicketView::id, TicketResponse::of);
    }

    @GetMapping("/{id}")
    ResponseEntity<SerializedJson<TicketResponse>> get(@PathVariable String id) {
        return sharedReads.view(id);
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    TicketResponse create(
            CurrentUser user,
            @Valid @RequestBody TicketRequest request,
            @RequestHeader(name = IdempotencyKey.HEADER, required = false) @IdempotencyKey @Nullable String key) {
        return TicketResponse.of(tickets.create(user.id(), request, key));
    }

    @PutMapping("/{id}")
    TicketResponse edit(CurrentUser user, @PathVariable String id, @Valid @RequestBody TicketRequest request) {
        return TicketResponse.of(tickets.edit(id, user.id(), request));
    }
}
