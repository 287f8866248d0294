package com.ticketing.common.errors;

import java.util.List;

/**
 * The error codes of one service. A bean of this type lets constraints name a code, {@code message =
 * "{title-missing}"}: the response then has that code and its message. The service's OpenAPI description lists the
 * codes.
 */
public record ErrorCatalog(List<ErrorCode> codes) {

    public ErrorCatalog {
        codes = List.copyOf(codes);
    }

    public static ErrorCatalog of(ErrorCode... codes) {
        return new ErrorCatalog(List.of(codes));
    }
}
