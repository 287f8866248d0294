package com.ticketing.orders.order;

import static com.ticketing.testsupport.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import com.ticketing.common.events.PaymentCreated;
import com.ticketing.common.events.Subject;
import com.ticketing.testsupport.Api;
import com.ticketing.testsupport.ApiResponse;
import com.ticketing.testsupport.AtOnce;
import com.ticketing.testsupport.SignedIn;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@OrdersServiceTest
class CancelOrderIT {

    @Autowired
    Api api;

    @Autowired
    Channels channels;

    @Autowired
    Shop shop;

    Buyer buyer;
    String order;

    @BeforeEach
    void placeOne() {
        buyer = Buyer.of(api);
        order = buyer.places(shop.listsOne());
    }

    @Test
    void endsTheHold() {
        ApiResponse response = buyer.cancels(order);

        assertThat(response.status()).isEqualTo(204);
        assertThat(response.text()).isEmpty();
        assertThat(buyer.statusOf(order)).isEqualTo("cancelled");
        assertThat(buyer.sees(order).path("version").asLong()).isEqualTo(1);
    }

    @Test
    void twiceIsTheSameAsOnce() {
        buyer.cancels(order).expect(204);
        buyer.cancels(order).expect(204);

        assertThat(buyer.sees(order).path("version").asLong()).isEqualTo(1);
        eventually(
                () -> assertThat(channels.heard(Subject.ORDER_CANCELLED, order)).hasSize(1));
    }

    @Test
    void byManyAtOnceIsOneChange() throws Exception {
        List<ApiResponse> answers = AtOnce.forEach(Collections.nCopies(8, order), buyer::cancels);

        assertThat(answers).extracting(ApiResponse::status).containsOnly(204);
        assertThat(buyer.sees(order).path("version").asLong()).isEqualTo(1);
    }

    @Test
    void isForItsBuyerAlone() {
        ApiResponse anonymous = api.delete("/api/orders/" + order);
        ApiResponse another = Buyer.of(api).cancels(order);

        assertThat(List.of(anonymous, another)).allSatisfy(response -> {
            assertThat(response.status()).isEqualTo(401);
            assertThat(response.messages()).containsExactly("Not authorized");
        });
        assertThat(buyer.statusOf(order)).isEqualTo("created");
    }

    @Test
    void findsNoOrderThatIsNotThere() {
        assertThat(buyer.cancels(SignedIn.newId()).status()).isEqualTo(404);
    }

    @Test
    void isRefusedOnceItIsPaid() {
        channels.publish(new PaymentCreated(SignedIn.newId(), order, "pi_1", 0L));
        eventually(() -> assertThat(buyer.statusOf(order)).isEqualTo("complete"));

        ApiResponse refused = buyer.cancels(order);

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.messages()).containsExactly("Cannot cancel a paid order");
        assertThat(buyer.statusOf(order)).isEqualTo("complete");
    }
}
