package com.ticketing.host.process;

import com.ticketing.host.settings.StoppedException;
import com.ticketing.host.settings.UsageException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Asks a part whether it is there. */
public final class Probe {

    private static final Duration PORT_TIMEOUT = Duration.ofSeconds(60);
    private static final Duration PAUSE = Duration.ofMillis(25);
    private static final int CONNECT_MILLIS = 500;
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final HttpClient HTTP = HttpClient.newBuilder()
            .proxy(HttpClient.Builder.NO_PROXY)
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofMillis(CONNECT_MILLIS))
            .build();

    private Probe() {}

    public static void awaitPort(String what, int port) {
        long deadline = System.nanoTime() + PORT_TIMEOUT.toNanos();
        while (!accepts(port)) {
            if (System.nanoTime() > deadline) {
                throw new UsageException(what + " did not open its port within " + PORT_TIMEOUT.toSeconds() + " s");
            }
            pause(PAUSE);
        }
    }

    /** What a service says of itself: UP, DEGRADED, DOWN ..., or a word for its silence. */
    public static String health(URI management, String group) {
        HttpRequest request = HttpRequest.newBuilder(management.resolve("/actuator/health" + group))
                .timeout(Duration.ofSeconds(5))
                .build();
        try {
            return JSON.readTree(HTTP.send(request, BodyHandlers.ofString()).body())
                    .path("status")
                    .asString("unclear");
        } catch (IOException | JacksonException e) {
            return "not answering";
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "not asked";
        }
    }

    /** Ends early, with the thread's interrupt kept, when the suite is being stopped. */
    public static void pause(Duration pause) {
        try {
            Thread.sleep(pause);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StoppedException();
        }
    }

    private static boolean accepts(int port) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), CONNECT_MILLIS);
            return true;
        } catch (IOException notYet) {
            return false;
        }
    }
}
