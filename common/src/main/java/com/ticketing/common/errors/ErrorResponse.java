package com.ticketing.common.errors;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;

/**
 * The body of every error.
 *
 * @param current what the caller's change was refused for, where that helps to choose what to do
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ErrorResponse(List<Item> errors, @Nullable Object current) {

    /**
     * One thing that is wrong.
     *
     * @param field the part of the request it is about, if it is about one
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Item(String message, @Nullable String field) {}

    public static ErrorResponse of(String message) {
        return new ErrorResponse(List.of(new Item(message, null)), null);
    }

    /** The words for a status that says everything there is to say. */
    static ErrorResponse of(HttpStatusCode status) {
        HttpStatus known = HttpStatus.resolve(status.value());
        if (known == null || known.is5xxServerError()) {
            return of("Something went wrong");
        }
        return of(known == HttpStatus.UNAUTHORIZED ? "Not authorized" : known.getReasonPhrase());
    }
}
