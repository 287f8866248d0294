package com.ticketing.host.service;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Reads the health that a service reports. */
public final class ServiceHealth {

    private static final Duration TIMEOUT = Duration.ofSeconds(5);
    private static final HttpClient HTTP = HttpClient.newBuilder()
            .proxy(HttpClient.Builder.NO_PROXY)
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofMillis(500))
            .build();

    private ServiceHealth() {}

    /** Returns UP, DEGRADED, DOWN ..., or "no response". */
    public static String of(URI management) {
        return read(management, "");
    }

    /**
     * Returns whether the service is ready and everything that it depends on is available: a service without its broker
     * is ready, but not up.
     */
    public static boolean isUp(URI management) {
        return read(management, "/readiness").equals("UP") && of(management).equals("UP");
    }

    private static String read(URI management, String group) {
        HttpRequest request = HttpRequest.newBuilder(management.resolve("/actuator/health" + group))
                .timeout(TIMEOUT)
                .build();
        try {
            return JsonMapper.shared()
                    .readTree(HTTP.send(request, BodyHandlers.ofString()).body())
                    .path("status")
                    .asString("without a status");
        } catch (IOException | JacksonException e) {
            return "no response";
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "interrupted";
        }
    }
}
