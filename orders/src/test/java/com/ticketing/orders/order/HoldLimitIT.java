package com.ticketing.orders.order;

import static com.ticketing.testsupport.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import com.ticketing.common.events.PaymentCreated;
import com.ticketing.testsupport.Api;
import com.ticketing.testsupport.ApiResponse;
import com.ticketing.testsupport.AtOnce;
import com.ticketing.testsupport.ServiceTest;
import com.ticketing.testsupport.SignedIn;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/** With {@code orders.max-active=3}. */
@ServiceTest(properties = {"orders.max-active=3", "jwt.access-life=P2D"})
@Import({Channels.class, Shop.class})
class HoldLimitIT {

    private static final String FULL = "You already hold 3 tickets: pay for one or let one go";

    @Autowired
    Api api;

    @Autowired
    Channels channels;

    @Autowired
    Shop shop;

    Buyer buyer;

    @BeforeEach
    void signIn() {
        buyer = Buyer.of(api);
    }

    @Test
    void isNotExceededByOrdersPlacedAtOnce() throws Exception {
        List<String> tickets = tickets(12);

        List<ApiResponse> answers = AtOnce.forEach(tickets, buyer::asksFor);

        assertThat(answers).filteredOn(answer -> answer.status() == 201).hasSize(3);
        assertThat(answers)
                .filteredOn(answer -> answer.status() != 201)
                .hasSize(9)
                .allSatisfy(answer -> {
                    assertThat(answer.status()).as(answer.text()).isEqualTo(400);
                    assertThat(answer.messages()).containsExactly(FULL);
                });
        assertThat(buyer.api().get("/api/orders").json()).hasSize(3);
    }

    @Test
    void leavesRoomAgainWhenAHoldEnds() {
        List<String> held = tickets(3).stream().map(buyer::places).toList();
        String another = shop.listsOne();
        assertThat(buyer.asksFor(another).messages()).containsExactly(FULL);

        buyer.cancels(held.getFirst()).expect(204);
        buyer.places(another);
        channels.publish(new PaymentCreated(SignedIn.newId(), held.getLast(), "pi_1", 0L));
        eventually(() -> assertThat(buyer.statusOf(held.getLast())).isEqualTo("complete"));
        buyer.places(shop.listsOne());

        assertThat(buyer.asksFor(shop.listsOne()).messages()).containsExactly(FULL);
    }

    @Test
    void saysThatATicketIsTakenWhenThatIsWhy() {
        String taken = shop.listsOne();
        Buyer.of(api).places(taken);

        assertThat(buyer.asksFor(taken).messages()).containsExactly("Ticket is already reserved");
    }

    @Test
    void isEachPersonsOwn() {
        tickets(3).forEach(buyer::places);

        Buyer.of(api).places(shop.listsOne());
    }

    private List<String> tickets(int count) {
        return Stream.generate(shop::listsOne).limit(count).toList();
    }
}
