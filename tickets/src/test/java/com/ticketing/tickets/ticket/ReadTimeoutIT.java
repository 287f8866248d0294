package com.ticketing.tickets.ticket;

import static org.assertj.core.api.Assertions.assertThat;

import com.ticketing.testsupport.Api;
import com.ticketing.testsupport.ApiResponse;
import com.ticketing.testsupport.database.BlockedCommands;
import com.ticketing.testsupport.database.DatabaseFault;
import com.ticketing.testsupport.database.DatabaseProxy;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** The database ends queries that take too long, and does not go on with them after the client has given up. */
@TicketsServiceTest
class ReadTimeoutIT {

    private static final DatabaseProxy DATABASE = DatabaseProxy.start();

    @Autowired
    Api api;

    @Autowired
    BlockedCommands commands;

    @DynamicPropertySource
    static void database(DynamicPropertyRegistry properties) {
        properties.add("spring.mongodb.uri", DATABASE::uri);
        properties.add("mongodb.timeout", () -> "PT7S");
    }

    @AfterEach
    void restore() {
        DATABASE.restore();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/tickets",
                "/api/tickets?after=ffffffffffffffffffffffff&limit=200",
                "/api/tickets?q=concert",
                "/api/tickets/mine",
                "/api/tickets/{id}"
            })
    void everyQueryHasTheTimeLimitOfTheRequestAndIsAnsweredWith503AfterIt(String route) {
        Seller seller = Seller.signedIn(api);
        String path = route.replace("{id}", seller.createDefaultTicket());
        commands.record(ViewQueries::isOne);
        seller.api().get(path).expect(200);

        assertThat(commands.recorded())
                .isNotEmpty()
                .allSatisfy(query ->
                        assertThat(query.getNumber("maxTimeMS").longValue()).isBetween(1L, 7_000L));

        DATABASE.reject("find", DatabaseFault.TIME_LIMIT_EXCEEDED);
        ApiResponse response = seller.api().get(path);

        assertThat(response.status()).isEqualTo(503);
        assertThat(response.codes()).containsExactly("temporarily-unavailable");
        assertThat(response.header("Retry-After")).isPresent();
    }
}
