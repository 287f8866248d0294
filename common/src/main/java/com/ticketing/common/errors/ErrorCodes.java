package com.ticketing.common.errors;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.support.AbstractMessageSource;

/** Resolves the code in a constraint's message, {@code {title-missing}}, to the code's message. */
final class ErrorMessages extends AbstractMessageSource {

    private final Supplier<Stream<ErrorCatalog>> catalogs;

    ErrorMessages(Supplier<Stream<ErrorCatalog>> catalogs) {
        this.catalogs = catalogs;
    }

    Optional<ErrorCode> find(String code) {
        return catalogs.get()
                .flatMap(catalog -> catalog.codes().stream())
                .filter(candidate -> candidate.code().equals(code))
                .findFirst();
    }

    @Override
    protected @Nullable String resolveCodeWithoutArguments(String code, Locale locale) {
        return find(code).map(ErrorCode::message).orElse(null);
    }

    @Override
    protected @Nullable MessageFormat resolveCode(String code, Locale locale) {
        return null;
    }
}
