package com.ticketing.orders.order;

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
                    .fails("POST /api/orders", 404, 422, 429)
                    .conflicts("POST /api/orders", OrderResponse.TicketResponse.class)
                    .fails("DELETE /api/orders/{id}", 400)
                    .fails("GET /api/orders/{id}/pass", 400);
        }
    }
}
