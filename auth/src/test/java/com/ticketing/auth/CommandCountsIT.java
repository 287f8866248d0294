package com.ticketing.auth;

import static com.mongodb.client.model.Filters.eq;
import static com.ticketing.auth.TestAccounts.PASSWORD;
import static com.ticketing.servicetest.CommandCounts.assertDocumented;
import static org.assertj.core.api.Assertions.assertThat;

import com.ticketing.servicetest.DatabaseCommands;
import com.ticketing.testsupport.Api;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/** Counts the database commands of each operation. A change of these numbers is a change of performance. */
@AuthTest
@Import(DatabaseCommands.class)
class CommandCountsIT {

    @Autowired
    Api api;

    @Autowired
    DatabaseCommands commands;

    String email = TestAccounts.newEmail();

    @Test
    void signsUp() {
        assertDocumented("auth", "sign-up", signUp());
    }

    @Test
    void signsIn() {
        signUp();
        assertDocumented(
                "auth",
                "sign-in",
                commands.during(() -> TestAccounts.signIn(api, email, PASSWORD).expect(200), () -> {}));
    }

    private String signUp() {
        return commands.during(
                () -> TestAccounts.signUp(api, email).expect(201),
                () -> assertThat(commands.documents("accounts", eq("email", email)))
                        .isOne());
    }
}
