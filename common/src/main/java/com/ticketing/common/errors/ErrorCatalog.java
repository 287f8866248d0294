package com.ticketing.common.errors;

import java.util.List;

/**
 * The error codes of one service. A bean of this type makes them known to Bean Validation, so that a constraint's
 * {@code message = "{title-missing}"} names a code and the response carries that code's message; and to the service's
 * OpenAPI description.
 */
public record ErrorCatalog(List<ErrorCode> codes) {

    public ErrorCatalog {
        codes = List.copyOf(codes);
    }

    public static ErrorCatalog of(ErrorCode... codes) {
        return new ErrorCatalog(List.of(codes));
    }
}
