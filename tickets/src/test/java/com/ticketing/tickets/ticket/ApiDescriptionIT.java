package com.ticketing.tickets.ticket;

import com.ticketing.common.reads.SerializedJson;
import com.ticketing.servicetest.ApiDescriptionTest;
import com.ticketing.testsupport.openapi.DocumentedResponses;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

@Import(ApiDescriptionIT.AdditionalResponses.class)
class ApiDescriptionIT extends ApiDescriptionTest {

    static {
        SpringDocUtils.getConfig().addResponseWrapperToIgnore(SerializedJson.class);
    }

    /** Responses that springdoc cannot derive from the controllers. */
    @TestConfiguration
    static class AdditionalResponses {

        @Bean
        DocumentedResponses answers() {
            return new DocumentedResponses()
                    .fails("POST /api/tickets", 422, 429)
                    .conflicts("PUT /api/tickets/{id}", TicketResponse.class);
        }
    }
}
