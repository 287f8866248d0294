package com.ticketing.common.errors;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatusCode;

/**
 * The body of every error response.
 *
 * @param current the current state, where a change was refused because it expected another one
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ErrorResponse(List<Item> errors, @Nullable Object current) {

    /**
     * One thing that is wrong.
     *
     * @param message an explanation in English, which may change
     * @param field the part of the request it is about, if it is about one
     * @param code the stable code that programs match
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Item(String message, @Nullable String field, String code) {

        static Item of(ErrorCode code, @Nullable String field) {
            return new Item(code.message(), field, code.code());
        }
    }

    public static ErrorResponse of(ErrorCode code) {
        return of(Item.of(code, null));
    }

    static ErrorResponse of(Item item) {
        return new ErrorResponse(List.of(item), null);
    }

    /** Returns the error for a status that no better code describes. */
    static ErrorResponse of(HttpStatusCode status) {
        return of(CommonError.of(status));
    }
}
