package com.ticketing.common.errors;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatusCode;

/**
 * The body of every error response.
 *
 * @param current the current state, if a change was rejected because it expected another one
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ErrorResponse(List<Item> errors, @Nullable Object current) {

    /**
     * One error.
     *
     * @param message an explanation in English, which may change
     * @param field the invalid field of the request, if there is one
     * @param code the stable code that programs match
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Item(String message, @Nullable String field, String code) {

        static Item of(ErrorCode code, @Nullable String field) {
            return new Item(code.message(), field, code.code());
        }
    }

    static ErrorResponse of(ErrorCode code) {
        return of(Item.of(code, null));
    }

    static ErrorResponse of(Item item) {
        return new ErrorResponse(List.of(item), null);
    }

    /** Returns the response for a status without a more specific code. */
    static ErrorResponse of(HttpStatusCode status) {
        return of(CommonError.of(status));
    }
}
