package com.ticketing.auth.session;

import static com.ticketing.auth.People.PASSWORD;
import static com.ticketing.auth.People.newEmail;
import static com.ticketing.auth.People.signIn;
import static com.ticketing.auth.People.signUp;
import static org.assertj.core.api.Assertions.assertThat;

import com.ticketing.testsupport.Api;
import com.ticketing.testsupport.ApiResponse;
import com.ticketing.testsupport.ServiceTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** As a developer runs it: over plain http, and with much in the log. */
@ServiceTest(
        properties = {
            "auth.passwords.memory=64KB",
            "auth.passwords.iterations=1",
            "auth.secure-cookies=false",
            "logging.level.com.ticketing=trace",
            "logging.level.org.springframework.web=debug",
        })
@ExtendWith(OutputCaptureExtension.class)
class PlainHttpIT {

    @Autowired
    private Api api;

    @Test
    void leavesOutSecureWhenToldTo() {
        ApiResponse answer = signUp(api, newEmail());

        assertThat(answer.setCookie("session").orElseThrow())
                .doesNotContain("Secure")
                .contains("HttpOnly");
    }

    @Test
    void putsNoCredentialsIntoTheLog(CapturedOutput output) {
        String email = newEmail();
        ApiResponse answer = signUp(api, email).expect(201);
        signUp(api, email).expect(400);
        signIn(api, email, PASSWORD).expect(200);
        signIn(api, email, PASSWORD + "!").expect(400);
        api.as(answer.session()).get("/api/users/currentuser").expect(200);

        assertThat(output.getAll())
                .contains("POST \"/api/users/signup\"")
                .doesNotContain(email, PASSWORD, "$argon2", answer.session());
    }
}
