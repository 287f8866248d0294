package com.ticketing.auth.session;

import static com.ticketing.auth.TestAccounts.PASSWORD;
import static com.ticketing.auth.TestAccounts.cookies;
import static com.ticketing.auth.TestAccounts.newEmail;
import static com.ticketing.auth.TestAccounts.signIn;
import static com.ticketing.auth.TestAccounts.signUp;
import static org.assertj.core.api.Assertions.assertThat;

import com.ticketing.auth.AuthTest;
import com.ticketing.testsupport.Api;
import com.ticketing.testsupport.ApiResponse;
import com.ticketing.testsupport.SignedIn;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

@AuthTest
class AccountExportIT {

    @Autowired
    Api api;

    @Test
    void containsTheAccountAndItsSessionsWithoutSecrets() {
        String email = newEmail();
        signUp(api.with("User-Agent", "Phone"), email).expect(201);
        ApiResponse laptop = signIn(api.with("User-Agent", "Laptop"), email, PASSWORD);
        signUp(api, newEmail()).expect(201);

        JsonNode export =
                api.as(cookies(laptop)).get("/api/users/me/export").expect(200).json();

        assertThat(export.propertyNames()).containsExactly("account", "sessions");
        assertThat(export.path("account").propertyNames()).containsExactly("id", "email", "roles", "language");
        assertThat(export.path("account").path("email").asString()).isEqualTo(email);
        assertThat(export.path("sessions"))
                .isEqualTo(api.as(cookies(laptop)).get("/api/users/sessions").json())
                .hasSize(2);
    }

    @Test
    void isForSignedInUsersOnly() {
        api.get("/api/users/me/export").expect(401);
        api.as(SignedIn.as(SignedIn.newId(), "no-account@example.com"))
                .get("/api/users/me/export")
                .expect(401);
    }
}
