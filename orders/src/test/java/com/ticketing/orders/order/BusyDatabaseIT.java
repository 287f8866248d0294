package com.ticketing.orders.order;

import static org.assertj.core.api.Assertions.assertThat;

import com.ticketing.testsupport.Api;
import com.ticketing.testsupport.ApiResponse;
import com.ticketing.testsupport.ConcurrentRequests;
import com.ticketing.testsupport.database.DatabaseFault;
import com.ticketing.testsupport.database.DatabaseProxy;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.RepeatedTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Buyers race for a ticket while the database detects deadlocks among their inserts. */
@OrdersServiceTest
class BusyDatabaseIT {

    private static final DatabaseProxy DATABASE = DatabaseProxy.start();
    private static final int BUYERS = 8;

    @Autowired
    Api api;

    @Autowired
    TicketPublisher publisher;

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry properties) {
        properties.add("spring.mongodb.uri", DATABASE::uri);
    }

    @AfterEach
    void restore() {
        DATABASE.restore();
    }

    @RepeatedTest(3)
    void oneBuyerGetsTheTicketAndTheOthersGetTheError() throws InterruptedException {
        String ticket = publisher.publishTicket();
        List<Buyer> buyers =
                Stream.generate(() -> Buyer.signedIn(api)).limit(BUYERS).toList();
        DATABASE.rejectNext("insert", "orders", DatabaseFault.DEADLOCK, BUYERS);

        List<ApiResponse> responses = ConcurrentRequests.send(buyers, buyer -> buyer.requestOrder(ticket));

        assertThat(responses).filteredOn(response -> response.status() == 201).hasSize(1);
        assertThat(responses).filteredOn(response -> response.status() != 201).allSatisfy(response -> {
            assertThat(response.status()).isEqualTo(400);
            assertThat(response.codes()).containsExactly("ticket-reserved");
        });
    }
}
