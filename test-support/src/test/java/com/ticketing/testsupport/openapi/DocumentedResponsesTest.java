package com.ticketing.testsupport.openapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import org.junit.jupiter.api.Test;

class DocumentedResponsesTest {

    private final DocumentedResponses responses = new DocumentedResponses().fails("POST /api/orders", 404, 409);

    @Test
    void returnsTheStatusesOfARoute() {
        assertThat(responses.failures("POST /api/orders")).containsExactly(404, 409);
        assertThat(responses.failures("GET /api/orders")).isEmpty();
        responses.requireAllRoutesFound();
    }

    @Test
    void rejectsARouteThatDoesNotExist() {
        assertThatIllegalStateException()
                .isThrownBy(responses::requireAllRoutesFound)
                .withMessageContaining("POST /api/orders");
    }
}
