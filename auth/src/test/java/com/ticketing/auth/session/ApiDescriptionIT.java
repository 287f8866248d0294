package com.ticketing.auth.session;

import com.ticketing.auth.deletion.Obstacles;
import com.ticketing.servicetest.ApiDescriptionTest;
import com.ticketing.testsupport.openapi.DocumentedResponses;
import io.swagger.v3.oas.models.media.ArraySchema;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import java.util.List;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

@Import(ApiDescriptionIT.AdditionalResponses.class)
class ApiDescriptionIT extends ApiDescriptionTest {

    /** Responses that springdoc cannot derive from the controllers. */
    @TestConfiguration
    static class AdditionalResponses {

        @Bean
        DocumentedResponses answers() {
            return new DocumentedResponses()
                    .succeeds("POST /api/users/signup", 201)
                    .fails("POST /api/users/signup", 429)
                    .fails("POST /api/users/signin", 403, 429)
                    .fails("POST /api/users/refresh", 401, 429)
                    .fails("POST /api/users/signout", 429)
                    .fails("POST /api/users/password", 429)
                    .fails("POST /api/users/email", 429)
                    .fails("POST /api/users/email/confirmation", 429)
                    .fails("DELETE /api/users/me", 429)
                    .succeeds("DELETE /api/users/me", 204)
                    .conflicts("DELETE /api/users/me", Obstacles.class);
        }

        /** The state that comes with a conflict is the body of no other response. */
        @Bean
        OpenApiCustomizer obstacles() {
            Schema<?> orderIds = new ArraySchema().items(new StringSchema());
            Schema<?> obstacles = new ObjectSchema();
            obstacles.addProperty("holds", orderIds);
            obstacles.addProperty("payments", orderIds);
            obstacles.setRequired(List.of("holds", "payments"));
            return api -> api.getComponents().addSchemas(Obstacles.class.getSimpleName(), obstacles);
        }
    }
}
