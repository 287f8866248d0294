package com.ticketing.auth.session;

import static org.assertj.core.api.Assertions.assertThat;

import com.ticketing.auth.AuthTest;
import com.ticketing.testsupport.Api;
import com.ticketing.testsupport.ApiResponse;
import com.ticketing.testsupport.SignedIn;
import com.ticketing.testsupport.identity.HostileIdentities;
import com.ticketing.testsupport.identity.HostileIdentity;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;

@AuthTest
class HostileIdentityIT {

    @Autowired
    private Api api;

    static Stream<HostileIdentity> identities() {
        return HostileIdentities.withKey(SignedIn.KEY);
    }

    @ParameterizedTest
    @MethodSource("identities")
    void isRejectedOrTreatedAsAnonymous(HostileIdentity identity) {
        identity.assertRejectedBy(api, "GET", "/api/users/sessions");

        ApiResponse response = identity.sendBy(api, "GET", "/api/users/currentuser");
        if (response.status() == 200) {
            assertThat(response.text()).isEqualTo("{\"currentUser\":null}");
        } else {
            assertThat(response.status()).isBetween(400, 499);
        }
    }

    @Test
    void isDistinguishedFromAValidIdentity() {
        api.as(SignedIn.as(SignedIn.newId(), "ann@example.com"))
                .get("/api/users/sessions")
                .expect(200);
    }
}
