package com.ticketing.tickets.ticket;

import static java.util.stream.Collectors.toMap;

import com.ticketing.common.combining.BatchReader;
import com.ticketing.common.combining.Combining;
import com.ticketing.common.combining.ReadCombiner;
import com.ticketing.common.errors.ApiException;
import com.ticketing.common.errors.CommonError;
import com.ticketing.common.ids.TimeOrderedIds;
import com.ticketing.common.json.SerializedJson;
import com.ticketing.common.paging.Page;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.dao.DataAccessException;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * The reads whose response is the same for every caller. Concurrent identical searches share a query, and so do
 * concurrent views of any tickets. A response is serialized once per query. Clients may store a response and must
 * revalidate it, so that sellers and buyers see their own changes.
 */
@Component
class SharedReads {

    private final TicketService tickets;
    private final JsonMapper json;
    private final ReadCombiner<TicketSearch, FoundPage> searches;
    private final BatchReader<String, Map<String, SerializedJson<TicketResponse>>> views;

    SharedReads(TicketService tickets, JsonMapper json, Combining combining) {
        this.tickets = tickets;
        this.json = json;
        this.searches = combining.identicalReads("tickets");
        this.views = combining.reads("ticket", this::read);
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
        SerializedJson<TicketResponse> body =
                Optional.ofNullable(find(id).get(id)).orElseThrow(() -> new ApiException(CommonError.NOT_FOUND));
        return response(new HttpHeaders(), body, "");
    }

    private Map<String, SerializedJson<TicketResponse>> find(String id) {
        // an id that no service generates has a query of its own: if the database rejects it, no other view fails
        if (!TimeOrderedIds.isId(id)) {
            return read(Set.of(id));
        }
        try {
            return views.read(List.of(id));
        } catch (DataAccessException e) {
            throw e;
        } catch (RuntimeException e) {
            // a ticket that cannot be read fails only its own views
            return read(Set.of(id));
        }
    }

    private Map<String, SerializedJson<TicketResponse>> read(Set<String> ids) {
        return tickets.views(ids).stream()
                .collect(toMap(TicketView::id, view -> SerializedJson.of(TicketResponse.of(view), json)));
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
