package com.ticketing.host.gateway;

import static com.ticketing.host.gateway.Upstream.answer;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetSocketAddress;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Tests load balancing over a service's replicas. */
class ReplicasTest {

    @RegisterExtension
    final GatewayFixture fixture = new GatewayFixture();

    @Test
    void balancesRoundRobin() throws Exception {
        Gateway gateway = fixture.gateway(fixture.upstreamAnswering("one"), fixture.upstreamAnswering("two"));

        Set<String> answers = new HashSet<>(
                List.of(fixture.get(gateway).body(), fixture.get(gateway).body()));

        assertThat(answers).containsExactlyInAnyOrder("one", "two");
    }

    @Test
    void sendsNoRequestToARemovedReplica() throws Exception {
        InetSocketAddress removed = fixture.upstreamAnswering("removed");
        InetSocketAddress kept = fixture.upstreamAnswering("kept");
        Gateway gateway = fixture.gateway(removed, kept);
        // Both have an idle connection now.
        assertThat(List.of(fixture.get(gateway).body(), fixture.get(gateway).body()))
                .containsExactlyInAnyOrder("removed", "kept");

        gateway.use(Map.of("tickets", List.of(kept)));

        for (int i = 0; i < 4; i++) {
            assertThat(fixture.get(gateway).body()).isEqualTo("kept");
        }
    }

    @Test
    void skipsAReplicaThatRefusesConnectionsAndSendsTheBodyOnce() throws Exception {
        AtomicInteger received = new AtomicInteger();
        Gateway gateway = fixture.gateway(fixture.refusing(), fixture.upstream(exchange -> {
            received.addAndGet(exchange.getRequestBody().readAllBytes().length);
            answer(exchange, 200, "fine");
        }));

        for (int i = 0; i < 4; i++) {
            HttpRequest post = fixture.request(gateway, "/api/tickets")
                    .header("Content-Type", "application/json")
                    .POST(BodyPublishers.ofString("{\"title\":\"x\"}"))
                    .build();
            assertThat(fixture.client().send(post, BodyHandlers.ofString()).body())
                    .isEqualTo("fine");
        }

        assertThat(received).hasValue(4 * "{\"title\":\"x\"}".length());
    }

    @Test
    void doesNotRepeatARequestThatAReplicaMayHaveReceived() throws Exception {
        AtomicInteger requests = new AtomicInteger();
        InetSocketAddress dropping = fixture.upstream(exchange -> {
            requests.incrementAndGet();
            exchange.close();
        });
        Gateway gateway = fixture.gateway(dropping, dropping);

        assertThat(fixture.get(gateway).statusCode()).isEqualTo(502);
        assertThat(requests).hasValue(1);
    }
}
