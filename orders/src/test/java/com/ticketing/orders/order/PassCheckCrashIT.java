package com.ticketing.orders.order;

import static com.ticketing.testsupport.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.ticketing.common.events.PaymentCreated;
import com.ticketing.common.events.Subject;
import com.ticketing.orders.CrashingService;
import com.ticketing.orders.ServiceProcesses;
import com.ticketing.orders.ticket.TicketReplicas;
import com.ticketing.servicetest.Channels;
import com.ticketing.testsupport.Api;
import com.ticketing.testsupport.ApiResponse;
import com.ticketing.testsupport.SignedIn;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;

/** A process is killed after it has stored the use of a pass, and before it answers the scanner. */
class PassCheckCrashIT {

    /** The shortest one allowed: another process publishes the event of the killed one after it. */
    private static final String LEASE = "--outbox.lease=PT11S";

    private final ServiceProcesses processes = new ServiceProcesses(Clock.systemUTC());

    @Test
    void theScannerWhoseProcessWasKilledStillLetsItsGuestIn(@TempDir Path folder) throws Exception {
        String nonce = UUID.randomUUID().toString();
        try (ConfigurableApplicationContext survivor = processes.start(LEASE);
                CrashingService killed = processes.startCrashing(nonce, folder, LEASE);
                Channels channels = new Channels(survivor.getEnvironment())) {
            Api api = api(survivor);
            Buyer buyer = Buyer.signedIn(api);
            String order = buyer.placeOrder(
                    new TicketPublisher(channels, survivor.getBean(TicketReplicas.class)).publishTicket());
            channels.publish(new PaymentCreated(SignedIn.newId(), order, "pi_1", 0L));
            eventually(() -> assertThat(buyer.statusOf(order)).isEqualTo("complete"));
            String pass = buyer.api()
                    .get("/api/orders/" + order + "/pass")
                    .expect(200)
                    .json()
                    .path("pass")
                    .asString();
            String scanner = scannerCookie();

            assertThatThrownBy(() -> check(killed.awaitApi().as(scanner), pass, nonce))
                    .isInstanceOf(UncheckedIOException.class);

            assertThat(killed.awaitEnd()).isEqualTo(CrashingService.KILLED);
            assertThat(stateOf(check(
                            api.as(scannerCookie()), pass, UUID.randomUUID().toString())))
                    .isEqualTo("used");
            assertThat(stateOf(check(api.as(scanner), pass, nonce))).isEqualTo("valid");
            eventually(() ->
                    assertThat(channels.received(Subject.ORDER_USED, order)).hasSize(1));
        }
    }

    private static ApiResponse check(Api by, String pass, String nonce) {
        return by.post("/api/orders/passes/check", Map.of("pass", pass, "nonce", nonce));
    }

    private static String stateOf(ApiResponse response) {
        return response.expect(200).json().path("state").asString();
    }

    private static String scannerCookie() {
        return SignedIn.withLifetime(Duration.ofDays(1), SignedIn.newId(), "door@example.com", "scanner");
    }

    private static Api api(ConfigurableApplicationContext process) {
        return new Api("http://localhost:" + process.getEnvironment().getRequiredProperty("local.server.port"));
    }
}
