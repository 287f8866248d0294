package com.ticketing.tickets.ticket;

import com.ticketing.common.combining.Combining;
import com.ticketing.common.combining.ReadCombiner;
import com.ticketing.common.json.SerializedJson;
import com.ticketing.common.paging.Page;
import java.util.List;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * The reads whose response is the same for every caller. Concurrent identical reads share a query and its serialized
 * response. Clients may store a response and must revalidate it, so that sellers and buyers see their own changes.
 */
@Component
class SharedReads {

    private final TicketService tickets;
    private final JsonMapper json;
    private final ReadCombiner<TicketSearch, FoundPage> searches;
    private final ReadCombiner<String, SerializedJson<TicketResponse>> views;

    SharedReads(TicketService tickets, JsonMapper json, Combining combining) {
        this.tickets = tickets;
        this.json = json;
        this.searches = combining.identicalReads("tickets");
        this.views = combining.identicalReads("ticket");
    }

    private record FoundPage(Page<TicketResponse> page, SerializedJson<List<TicketResponse>> body) {}

    ResponseEntity<SerializedJson<List<TicketResponse>>> search(TicketSearch search) {
        FoundPage found = searches.read(search, () -> {
            Page<TicketResponse> page =
                    search.page().page(tickets.search(search), search::position, TicketResponse::of);
            return new FoundPage(page, SerializedJson.of(page.entries(), json));
        });
        HttpHeaders links = found.page().links();
        return response(links, found.body(), links.isEmpty() ? "" : "-next");
    }

    ResponseEntity<SerializedJson<TicketResponse>> view(String id) {
        return response(
                new HttpHeaders(),
                views.read(id, () -> SerializedJson.of(TicketResponse.of(tickets.view(id)), json)),
                "");
    }

    /** @param variant distinguishes responses with the same body and different headers */
    private static <T> ResponseEntity<SerializedJson<T>> response(
            HttpHeaders headers, SerializedJson<T> body, String variant) {
        return ResponseEntity.ok()
                .headers(headers)
                .cacheControl(CacheControl.noCache())
                .eTag(body.entityTag() + variant)
                .body(body);
    }
}
