package com.ticketing.orders.order;

import com.ticketing.testsupport.openapi.Answers;
import com.ticketing.testsupport.openapi.ApiDescription;
import com.ticketing.testsupport.openapi.ApiDescriptionTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

/** The OpenAPI description in docs/openapi is up to date. */
@ApiDescriptionTest
class ApiDescriptionIT {

    @Autowired
    ApiDescription description;

    @Test
    void matchesTheFileInDocsOpenapi() {
        description.assertWritten();
    }

    /** Responses that springdoc cannot derive from the controllers. */
    @TestConfiguration
    static class AdditionalResponses {

        @Bean
        Answers answers() {
            return new Answers()
                    .fails("POST /api/orders", 404)
                    .conflicts("POST /api/orders", OrderResponse.TicketResponse.class)
                    .fails("DELETE /api/orders/{id}", 400);
        }
    }
}
