package com.ticketing.orders.order;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CheckPassRequestTest {

    @Test
    void neitherTheRequestNorTheResponsePrintsThePass() {
        assertThat(new CheckPassRequest("secret", "nonce").toString()).doesNotContain("secret");
        assertThat(new PassResponse("secret", "serial").toString()).doesNotContain("secret");
    }
}
