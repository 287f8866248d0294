package com.ticketing.auth.reset;

import static com.ticketing.auth.TestAccounts.newEmail;

import com.ticketing.auth.AuthTest;
import com.ticketing.testsupport.Api;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@AuthTest
class PasswordResetWithoutMailIT {

    @Autowired
    private Api api;

    @Test
    void hasNoRoutesIfNoMailServiceIsConfigured() {
        api.post("/api/users/password/forgotten", Map.of("email", newEmail())).expect(404);
        api.post("/api/users/password/reset", Map.of("token", "t", "password", "another long secret"))
                .expect(404);
    }
}
