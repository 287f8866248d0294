package com.ticketing.testsupport.openapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import org.junit.jupiter.api.Test;

class AnswersTest {

    private final Answers answers = new Answers().fails("POST /api/orders", 404, 409);

    @Test
    void areThoseOfTheirRouteAlone() {
        assertThat(answers.failures("POST /api/orders")).containsExactly(404, 409);
        assertThat(answers.failures("GET /api/orders")).isEmpty();
        answers.requireAllMet();
    }

    @Test
    void ofARouteThatDoesNotExistAreAMistake() {
        assertThatIllegalStateException().isThrownBy(answers::requireAllMet).withMessageContaining("POST /api/orders");
    }
}
