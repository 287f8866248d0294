package com.ticketing.acceptance.rush;

import com.ticketing.host.api.ApiClient;
import com.ticketing.host.api.ApiResponse;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Callable;
import tools.jackson.databind.JsonNode;

/**
 * Orders a ticket and repeats the request while the service is unavailable. An earlier request may have been answered
 * with 503 and have placed the order all the same. Then the repeated one is rejected, because the buyer's own order
 * holds the ticket, and the attempt returns that order as if it had just been created.
 *
 * @param order the body of the request, with the {@code ticketId}
 */
record OrderAttempt(ApiClient buyer, Map<String, ?> order, Duration patience) implements Callable<ApiResponse> {

    @Override
    public ApiResponse call() throws Exception {
        ApiResponse first = post();
        if (!UnavailableRetries.isUnavailable(first)) {
            return first;
        }
        ApiResponse repeated = new UnavailableRetries(this::post, patience).call();
        return Rejections.isReserved(repeated) ? ownHold(repeated) : repeated;
    }

    private ApiResponse post() {
        return buyer.post("/api/orders", order);
    }

    private ApiResponse ownHold(ApiResponse rejection) throws Exception {
        return new UnavailableRetries(() -> buyer.get("/api/orders"), patience)
                .call()
                .expect(200)
                .json()
                .valueStream()
                .filter(this::holdsTheTicket)
                .findAny()
                .map(own -> new ApiResponse(201, rejection.headers(), own.toString()))
                .orElse(rejection);
    }

    private boolean holdsTheTicket(JsonNode own) {
        return own.path("ticket").path("id").asString().equals(order.get("ticketId"))
                && own.path("status").asString().equals("created");
    }
}
