package com.ticketing.tickets.ticket;

import com.ticketing.testsupport.openapi.Answers;
import com.ticketing.testsupport.openapi.ApiDescription;
import com.ticketing.testsupport.openapi.ApiDescriptionTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

/** The file in docs/openapi says what this service is. */
@ApiDescriptionTest
class ApiDescriptionIT {

    @Autowired
    ApiDescription description;

    @Test
    void isWrittenForClients() {
        description.assertWritten();
    }

    /** What the routes answer besides. */
    @TestConfiguration
    static class Besides {

        @Bean
        Answers answers() {
            return new Answers().conflicts("PUT /api/tickets/{id}", TicketResponse.class);
        }
    }
}
