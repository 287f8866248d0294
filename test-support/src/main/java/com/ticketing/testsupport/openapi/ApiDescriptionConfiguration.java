package com.ticketing.testsupport.openapi;

import com.ticketing.testsupport.Api;
import com.ticketing.testsupport.SignedIn;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.servers.Server;
import java.nio.file.Path;
import java.util.List;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Lazy;
import org.springframework.core.annotation.Order;

/** Adds to springdoc's description what it cannot derive from the controllers. */
@TestConfiguration
public class ApiDescriptionConfiguration {

    @Bean
    @Lazy
    ApiDescription apiDescription(@Value("${spring.application.name}") String service, Api api) {
        String json = api.as(SignedIn.as(SignedIn.newId(), "reader@example.com"))
                .get("/v3/api-docs")
                .expect(200)
                .text();
        return new ApiDescription(json, Path.of("..", "docs", "openapi", service + ".json"));
    }

    @Bean
    OpenAPI openApi(@Value("${spring.application.name}") String service) {
        return new OpenAPI()
                .info(new Info().title("Ticketing: " + service).version("1"))
                .servers(List.of(new Server().url("/")))
                .components(new Components());
    }

    @Bean
    RecordConverter recordConverter() {
        return new RecordConverter();
    }

    @Bean
    OperationCustomizer handlerCustomizer() {
        return new HandlerCustomizer();
    }

    /** Adds 401 and 403 to the routes that an earlier customizer has marked as requiring a session. */
    @Bean
    @Order(0)
    OpenApiCustomizer responsesCustomizer(ObjectProvider<DocumentedResponses> documented) {
        return new ResponsesCustomizer(documented.getIfAvailable(DocumentedResponses::new));
    }
}
