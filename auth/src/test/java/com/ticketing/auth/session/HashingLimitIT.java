package com.ticketing.auth.session;

import static com.ticketing.auth.TestAccounts.PASSWORD;
import static com.ticketing.auth.TestAccounts.newEmail;
import static com.ticketing.auth.TestAccounts.signIn;
import static org.assertj.core.api.Assertions.assertThat;

import com.ticketing.testsupport.Api;
import com.ticketing.testsupport.ApiResponse;
import com.ticketing.testsupport.ConcurrentRequests;
import com.ticketing.testsupport.ServiceTest;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ServiceTest(
        properties = {
            "auth.passwords.memory=32MB",
            "auth.passwords.in-flight=1",
            "auth.passwords.max-wait=PT0S",
        })
class HashingLimitIT {

    @Autowired
    private Api api;

    @Test
    void answers503WithRetryAfterWhenAllHashingSlotsAreBusy() throws InterruptedException {
        List<ApiResponse> responses = ConcurrentRequests.send(
                Collections.nCopies(12, PASSWORD), password -> signIn(api, newEmail(), password));

        assertThat(responses).extracting(ApiResponse::status).contains(400);
        assertThat(responses)
                .filteredOn(response -> response.status() != 400)
                .isNotEmpty()
                .allSatisfy(response -> {
                    assertThat(response.status()).isEqualTo(503);
                    assertThat(response.header("Retry-After")).contains("2");
                    assertThat(response.codes()).containsExactly("too-busy");
                });
        signIn(api, newEmail(), PASSWORD).expect(400);
    }
}
