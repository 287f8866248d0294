package com.ticketing.servicetest;

import com.ticketing.common.security.AccessTokens;
import com.ticketing.common.security.PublicRoutes;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import java.util.List;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** Describes the session cookie and marks the routes that require it: all but the service's {@link PublicRoutes}. */
@Order(Ordered.HIGHEST_PRECEDENCE) // before the customizer that adds 401 and 403 to these routes
class SessionCustomizer implements OpenApiCustomizer {

    private final PublicRoutes publicRoutes;

    SessionCustomizer(PublicRoutes publicRoutes) {
        this.publicRoutes = publicRoutes;
    }

    @Override
    public void customise(OpenAPI api) {
        api.getComponents()
                .addSecuritySchemes(
                        AccessTokens.COOKIE,
                        new SecurityScheme()
                                .type(SecurityScheme.Type.APIKEY)
                                .in(SecurityScheme.In.COOKIE)
                                .name(AccessTokens.COOKIE)
                                .description("The signed-in user's token, set by signing in"));
        api.getPaths()
                .forEach((path, item) -> item.readOperationsMap().forEach((method, operation) -> {
                    if (!publicRoutes.routes().contains(method + " " + path)) {
                        operation.setSecurity(List.of(new SecurityRequirement().addList(AccessTokens.COOKIE)));
                    }
                }));
    }
}
