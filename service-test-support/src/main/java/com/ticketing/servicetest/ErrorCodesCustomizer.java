package com.ticketing.servicetest;

import static java.util.Objects.requireNonNull;

import com.ticketing.common.errors.ErrorCatalog;
import com.ticketing.common.errors.ErrorCode;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.media.Schema;
import java.util.List;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.core.annotation.Order;

/** Lists a service's error codes as the values of {@code code} in its OpenAPI description. */
@Order // after the customizer that adds the schema of errors
class ErrorCodesCustomizer implements OpenApiCustomizer {

    private final List<ErrorCatalog> catalogs;

    ErrorCodesCustomizer(List<ErrorCatalog> catalogs) {
        this.catalogs = catalogs;
    }

    @Override
    @SuppressWarnings("unchecked") // the map of properties is raw
    public void customise(OpenAPI api) {
        Schema<?> item = requireNonNull(api.getComponents().getSchemas().get("ErrorItem"));
        Schema<Object> code =
                (Schema<Object>) requireNonNull(item.getProperties().get("code"));
        catalogs.stream()
                .flatMap(catalog -> catalog.codes().stream())
                .map(ErrorCode::code)
                .distinct()
                .sorted()
                .forEach(code::addEnumItemObject);
    }
}
