package com.ticketing.payments;

import com.ticketing.servicetest.ApiDescriptionTest;
import com.ticketing.testsupport.openapi.DocumentedResponses;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;

@TestPropertySource(properties = "stripe.key=sk_test_unused")
@Import(ApiDescriptionIT.AdditionalResponses.class)
class ApiDescriptionIT extends ApiDescriptionTest {

    /** Responses that springdoc cannot derive from the controllers. */
    @TestConfiguration
    static class AdditionalResponses {

        @Bean
        DocumentedResponses answers() {
            return new DocumentedResponses()
                    .succeeds("POST /api/payments", 201, 202)
                    .fails("POST /api/payments", 404, 422, 429);
        }
    }
}
