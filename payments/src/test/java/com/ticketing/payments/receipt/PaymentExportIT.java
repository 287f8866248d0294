package com.ticketing.payments.receipt;

import static org.assertj.core.api.Assertions.assertThat;

import com.ticketing.payments.OrderEvents;
import com.ticketing.payments.PaymentsServiceTest;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class PaymentExportIT extends PaymentsServiceTest {

    private static final String PATH = "/api/payments/me/export";

    @Test
    void containsThePurchasesAndTheSalesOfTheUser() {
        OrderEvents order = placed("19.99");
        pay(order, "tok_visa").expect(201);

        JsonNode buyer = as(order.buyer()).get(PATH).expect(200).json();
        JsonNode seller = as(order.seller()).get(PATH).expect(200).json();

        assertThat(buyer.propertyNames()).containsExactly("bought", "sold");
        assertThat(buyer.path("bought"))
                .isEqualTo(as(order.buyer()).get("/api/payments").json())
                .hasSize(1);
        assertThat(buyer.path("sold")).isEmpty();
        assertThat(seller.path("bought")).isEmpty();
        assertThat(seller.path("sold")).hasSize(1);
        assertThat(seller.path("sold").get(0).has("card")).isFalse();
    }

    @Test
    void isForSignedInUsersOnly() {
        api.get(PATH).expect(401);
    }
}
