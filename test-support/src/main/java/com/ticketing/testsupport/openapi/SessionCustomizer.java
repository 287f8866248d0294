package com.ticketing.testsupport.openapi;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import jakarta.servlet.ServletContext;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.authorization.AuthorizationResult;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;

/** Marks the routes that Spring Security denies to anonymous callers as requiring a session. */
final class SessionCustomizer implements OpenApiCustomizer {

    static final String SESSION = "session";

    private static final Authentication ANONYMOUS = new AnonymousAuthenticationToken(
            "anonymous", "anonymous", AuthorityUtils.createAuthorityList("ROLE_ANONYMOUS"));

    private final List<SecurityFilterChain> chains;
    private final ServletContext servletContext;

    SessionCustomizer(List<SecurityFilterChain> chains, ServletContext servletContext) {
        this.chains = chains;
        this.servletContext = servletContext;
    }

    @Override
    public void customise(OpenAPI api) {
        api.getPaths()
                .forEach((path, item) -> item.readOperationsMap().forEach((method, operation) -> {
                    if (!isPublic(method.name(), path)) {
                        operation.setSecurity(List.of(new SecurityRequirement().addList(SESSION)));
                    }
                }));
    }

    private boolean isPublic(String method, String path) {
        HttpServletRequest request =
                new MockHttpServletRequest(servletContext, method, path.replaceAll("\\{[^}]*}", "value"));
        AuthorizationResult result = chains.stream()
                .filter(chain -> chain.matches(request))
                .flatMap(chain -> chain.getFilters().stream())
                .filter(AuthorizationFilter.class::isInstance)
                .map(AuthorizationFilter.class::cast)
                .findFirst()
                .map(filter -> filter.getAuthorizationManager().authorize(() -> ANONYMOUS, request))
                .orElseThrow(() -> new IllegalStateException("Nothing authorizes " + method + " " + path));
        return result.isGranted();
    }
}
