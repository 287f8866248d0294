package com.ticketing.payments.payment;

import com.ticketing.testsupport.openapi.Answers;
import com.ticketing.testsupport.openapi.ApiDescription;
import com.ticketing.testsupport.openapi.ApiDescriptionTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.test.context.TestPropertySource;

/** The file in docs/openapi says what this service is. */
@ApiDescriptionTest
@TestPropertySource(properties = "stripe.key=sk_test_never_asked")
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
            return new Answers().succeeds("POST /api/payments", 201, 202).fails("POST /api/payments", 404);
        }
    }
}
