package com.ticketing.auth.session;

import com.ticketing.servicetest.ApiDescriptionTest;
import com.ticketing.testsupport.openapi.DocumentedResponses;
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
                    .fails("POST /api/users/password", 429);
        }
    }
}
