package com.ticketing.host.gateway;

import static com.ticketing.host.gateway.Upstream.answer;
import static com.ticketing.testsupport.Eventually.await;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tests load balancing over a service's replicas. */
class ReplicasTest {

    private static final Timeouts QUICK = new Timeouts(
            Duration.ofSeconds(2),
            Duration.ofMillis(200),
            Duration.ofSeconds(2),
            Duration.ofSeconds(1),
            Duration.ofMillis(300));

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
    void sendsAChangeOnAnIdleConnectionIfTheFirstReplicaIsLost() throws Exception {
        RawUpstream lost = fixture.rawUpstream(request -> {
            request.answer("HTTP/1.1 200 OK\r\nContent-Length: 4\r\nConnection: close\r\n\r\nlost");
            return false;
        });
        Gateway gateway = fixture.gateway(QUICK, lost.address(), fixture.upstreamAnswering("kept"));
        assertThat(List.of(fixture.get(gateway).body(), fixture.get(gateway).body()))
                .containsExactlyInAnyOrder("lost", "kept");
        lost.close();

        // one of them begins with the lost replica
        assertThat(fixture.post(gateway, "{}").body()).isEqualTo("kept");
        assertThat(fixture.post(gateway, "{}").body()).isEqualTo("kept");
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT", "DELETE"})
    void doesNotRepeatAChangeThatAReplicaMayHaveReceived(String method) throws Exception {
        RawUpstream dropping = fixture.rawUpstream(request -> false);
        Gateway gateway = fixture.gateway(dropping.address(), dropping.address());

        HttpRequest request = fixture.request(gateway, "/api/tickets")
                .method(method, BodyPublishers.ofString("{}"))
                .build();

        assertThat(fixture.client().send(request, BodyHandlers.ofString()).statusCode())
                .isEqualTo(502);
        assertThat(dropping.requests()).isEqualTo(1);
    }

    @Test
    void repeatsAReadOnTheNextReplica() throws Exception {
        RawUpstream dropping = fixture.rawUpstream(request -> false);
        Gateway gateway = fixture.gateway(dropping.address(), fixture.upstreamAnswering("fine"));

        assertThat(fixture.get(gateway).body()).isEqualTo("fine");
        assertThat(fixture.get(gateway).body()).isEqualTo("fine");
        assertThat(dropping.requests()).isEqualTo(1);
    }

    @Test
    void triesEachReplicaOnce() throws Exception {
        RawUpstream dropping = fixture.rawUpstream(request -> false);
        Gateway gateway = fixture.gateway(dropping.address(), dropping.address());

        assertThat(fixture.get(gateway).statusCode()).isEqualTo(502);
        assertThat(dropping.requests()).isEqualTo(2);
    }

    @Test
    void readsFromAnotherReplicaIfOneIsSilentAndPrefersItAfterwards() throws Exception {
        RawUpstream silent = fixture.silent();
        // The suspension outlasts the test, and the other replica answers in time on a busy machine.
        Timeouts timeouts = new Timeouts(
                QUICK.connect(), Duration.ofSeconds(2), Duration.ofMinutes(1), Duration.ofMinutes(10), QUICK.idle());
        Gateway gateway = fixture.gateway(timeouts, silent.address(), fixture.upstreamAnswering("fine"));

        for (int i = 0; i < 6; i++) {
            assertThat(fixture.get(gateway).body()).isEqualTo("fine");
        }
        assertThat(fixture.post(gateway, "{}").body()).isEqualTo("fine");
        assertThat(silent.requests()).isEqualTo(1);
    }

    @Test
    void doesNotRepeatAPostIfAReplicaIsSilent() throws Exception {
        AtomicInteger posts = new AtomicInteger();
        RawUpstream silent = fixture.silent();
        Gateway gateway = fixture.gateway(QUICK, silent.address(), fixture.upstream(exchange -> {
            posts.incrementAndGet();
            answer(exchange, 201, "made");
        }));

        assertThat(fixture.post(gateway, "{}").statusCode()).isEqualTo(504);
        assertThat(posts).hasValue(0);
    }

    @Test
    void usesASilentReplicaAgainWhenItAnswers() throws Exception {
        AtomicBoolean paused = new AtomicBoolean(true);
        CountDownLatch resumed = new CountDownLatch(1);
        RawUpstream replica = fixture.rawUpstream(request -> {
            if (paused.get()) {
                Upstream.awaitQuietly(resumed);
            }
            request.answer("HTTP/1.1 200 OK\r\nContent-Length: 7\r\n\r\nresumed");
            return true;
        });
        Gateway gateway = fixture.gateway(QUICK, replica.address(), fixture.upstreamAnswering("other"));
        assertThat(fixture.get(gateway).body()).isEqualTo("other");

        paused.set(false);
        resumed.countDown();

        // The suspension has to end first; on a busy machine, a slow response suspends a replica again.
        await().untilAsserted(() -> {
            Set<String> answers = new HashSet<>(
                    List.of(fixture.get(gateway).body(), fixture.get(gateway).body()));
            assertThat(answers).containsExactlyInAnyOrder("resumed", "other");
        });
    }

    @Test
    void waitsForASlowResponseIfThereIsNoOtherReplica() throws Exception {
        Gateway gateway = fixture.gateway(
                QUICK,
                fixture.rawUpstream(request -> {
                            LockSupport.parkNanos(
                                    QUICK.firstByte().multipliedBy(2).toNanos());
                            request.answer("HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\nslow");
                            return true;
                        })
                        .address());

        assertThat(fixture.get(gateway).body()).isEqualTo("slow");
    }

    @Test
    void repeatsAReadIfItsKeptConnectionIsClosed() throws Exception {
        RawUpstream closing = fixture.rawUpstream(ReplicasTest::answerFirstOfConnection);
        Gateway gateway = fixture.gateway(closing.address());

        assertThat(fixture.get(gateway).body()).isEqualTo("1");
        assertThat(fixture.get(gateway).body()).isEqualTo("3");
    }

    @Test
    void doesNotRepeatAPostIfItsKeptConnectionIsClosed() throws Exception {
        RawUpstream closing = fixture.rawUpstream(ReplicasTest::answerFirstOfConnection);
        Gateway gateway = fixture.gateway(closing.address());

        assertThat(fixture.get(gateway).body()).isEqualTo("1");
        assertThat(fixture.post(gateway, "{}").statusCode()).isEqualTo(502);
        assertThat(closing.requests()).isEqualTo(2);
    }

    @Test
    void opensANewConnectionAfterAnIdleTime() throws Exception {
        RawUpstream replica = fixture.rawUpstream(ReplicasTest::answerFirstOfConnection);
        Gateway gateway = fixture.gateway(QUICK, replica.address());
        assertThat(fixture.get(gateway).body()).isEqualTo("1");

        await().until(() -> replica.openConnections() == 0);

        assertThat(fixture.post(gateway, "").body()).isEqualTo("2");
    }

    /** A keep-alive connection that ends while its second request is being sent. */
    private static boolean answerFirstOfConnection(RawUpstream.Request request) throws IOException {
        if (request.numberOfConnection() > 1) {
            return false;
        }
        request.answer("HTTP/1.1 200 OK\r\nContent-Length: 1\r\n\r\n" + request.number());
        return true;
    }
}
