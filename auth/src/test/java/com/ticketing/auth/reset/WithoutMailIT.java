package com.ticketing.auth.reset;

import static com.ticketing.auth.People.newEmail;

import com.ticketing.auth.AuthTest;
import com.ticketing.testsupport.Api;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Nobody sends mail unless an operator has said who does: then nothing is promised either. */
@AuthTest
class WithoutMailIT {

    @Autowired
    private Api api;

    @Test
    void nobodyIsPromisedALetter() {
        api.post("/api/users/password/forgotten", Map.of("email", newEmail())).expect(404);
        api.post("/api/users/password/reset", Map.of("token", "t", "password", "another long secret"))
                .expect(404);
    }
}
