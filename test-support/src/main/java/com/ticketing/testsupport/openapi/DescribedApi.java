package com.ticketing.testsupport.openapi;

import com.ticketing.testsupport.Api;
import com.ticketing.testsupport.SignedIn;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.servers.Server;
import jakarta.servlet.ServletContext;
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
import org.springframework.security.web.SecurityFilterChain;

/** Makes springdoc describe what it cannot know of this suite. */
@TestConfiguration
public class DescribedApi {

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
                .components(new Components()
                        .addSecuritySchemes(
                                SessionCustomizer.SESSION,
                                new SecurityScheme()
                                        .type(SecurityScheme.Type.APIKEY)
                                        .in(SecurityScheme.In.COOKIE)
                                        .name(SessionCustomizer.SESSION)
                                        .description("The signed-in person's token, set by signing in")));
    }

    @Bean
    RecordConverter recordConverter() {
        return new RecordConverter();
    }

    @Bean
    OperationCustomizer handlerCustomizer() {
        return new HandlerCustomizer();
    }

    @Bean
    @Order(1)
    OpenApiCustomizer sessionCustomizer(List<SecurityFilterChain> chains, ServletContext servletContext) {
        return new SessionCustomizer(chains, servletContext);
    }

    /** Runs after the sessions are described: they add 401 and 403. */
    @Bean
    @Order(2)
    OpenApiCustomizer answersCustomizer(ObjectProvider<Answers> answers) {
        return new AnswersCustomizer(answers.getIfAvailable(Answers::new));
    }
}
