package com.ticketing.auth.reset;

import static com.ticketing.auth.TestAccounts.newEmail;
import static org.assertj.core.api.Assertions.assertThat;

import com.ticketing.auth.AuthTest;
import com.ticketing.auth.order.CompletedOrderAction;
import com.ticketing.testsupport.Api;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.annotation.Autowired;

@AuthTest
class PasswordResetWithoutMailIT {

    @Autowired
    private Api api;

    @Test
    void hasNoRoutesIfNoEmailsAreSent() {
        api.post("/api/users/password/forgotten", Map.of("email", newEmail())).expect(404);
        api.post("/api/users/password/reset", Map.of("token", "t", "password", "another long secret"))
                .expect(404);
    }

    @Test
    void returnsThatNoEmailsAreSent() {
        assertThat(api.get("/api/users/config").expect(200).text())
                .isEqualTo("{\"passwordReset\":false,\"receipts\":false}");
    }

    @Test
    void addsNoEmailsAboutSales(@Autowired ListableBeanFactory beans) {
        assertThat(beans.getBeansOfType(CompletedOrderAction.class).values())
                .extracting(action -> action.getClass().getSimpleName())
                .isNotEmpty()
                .doesNotContain("AddSaleMails");
    }
}
