package com.ticketing.common.sample;

import com.mongodb.MongoSocketReadException;
import com.mongodb.ServerAddress;
import com.ticketing.common.errors.ApiException;
import com.ticketing.common.errors.CommonError;
import com.ticketing.common.security.CurrentUser;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.data.mongodb.UncategorizedMongoDbException;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/listings")
class ListingController {

    record ListingRequest(
            @NotBlank(message = "Title is required") String title,

            @NotNull(message = "Price must be provided") BigDecimal price,

            @Nullable Long version) {}

    record ListingResponse(String id, String title, BigDecimal price, long version) {
        static ListingResponse of(Listing listing) {
            return new ListingResponse(listing.id(), listing.title(), listing.price(), listing.version());
        }
    }

    private final Listings listings;

    ListingController(Listings listings) {
        this.listings = listings;
    }

    @PostMapping
    ListingResponse list(CurrentUser user, @Valid @RequestBody ListingRequest request) {
        return ListingResponse.of(listings.save(Listing.of(request.title())));
    }

    @PostMapping("/echo")
    ListingRequest echo(CurrentUser user, @Valid @RequestBody ListingRequest request) {
        return request;
    }

    @GetMapping("/{id}")
    ListingResponse find(@PathVariable String id) {
        return listings.find(id).map(ListingResponse::of).orElseThrow(() -> new ApiException(CommonError.NOT_FOUND));
    }

    @GetMapping
    Map<String, Integer> page(@RequestParam(defaultValue = "50") int limit) {
        return Map.of("limit", limit);
    }

    @GetMapping("/caller")
    Map<String, String> caller(Optional<CurrentUser> user) {
        return Map.of("id", user.map(CurrentUser::id).orElse("nobody"));
    }

    /** Neither named as public nor with a caller as its parameter. */
    @GetMapping("/unnamed")
    Map<String, Integer> unnamed() {
        return Map.of("limit", 1);
    }

    @PreAuthorize("hasRole('admin')")
    @GetMapping("/admin")
    Map<String, Integer> admin() {
        return Map.of("limit", 1);
    }

    /** Fails in the requested way. */
    @GetMapping("/failure/{kind}")
    void fail(@PathVariable String kind) {
        switch (kind) {
            case "busy" ->
                throw new ApiException(CommonError.TOO_MANY_REQUESTS)
                        .withMessage("Slow down")
                        .withRetryAfter(Duration.ofMillis(1500));
            case "connection" ->
                throw new UncategorizedMongoDbException(
                        "no server at 10.0.0.1", new MongoSocketReadException("cut", new ServerAddress()));
            case "conflict" -> throw new ApiException(SampleError.LISTING_CHANGED).withCurrent(Map.of("version", 3));
            case "database" -> throw new DataAccessResourceFailureException("no server at 10.0.0.1");
            case "forbidden" -> throw new ApiException(CommonError.ACCOUNT_BANNED);
            default -> throw new IllegalStateException("com.ticketing.Secret at 10.0.0.1");
        }
    }
}
