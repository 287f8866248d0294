package com.ticketing.common.errors;

import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Finds error codes by their stable names. */
final class ErrorCodes {

    private final Supplier<Stream<ErrorCatalog>> catalogs;

    ErrorCodes(Supplier<Stream<ErrorCatalog>> catalogs) {
        this.catalogs = catalogs;
    }

    Optional<ErrorCode> find(String code) {
        return catalogs.get()
                .flatMap(catalog -> catalog.codes().stream())
                .filter(candidate -> candidate.code().equals(code))
                .findFirst();
    }
}
