package com.ticketing.servicetest;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.boot.SpringApplication;

/** Starts a service with a setting that must stop the start. No server is needed: the settings are checked first. */
public final class StartFailure {

    private static final Map<String, String> KEYS = Map.of(
            "--jwt.key=", "a-key-that-is-long-enough-for-hs256-0123456789",
            "--tickets.delivery.key=", "a-key-that-is-long-enough-for-aes256-0123456789",
            "--orders.pass.keys=", "a-key-that-is-long-enough-for-ed25519-0123456789");

    private StartFailure() {}

    /**
     * Starts the service with valid settings, except for the given ones.
     *
     * @param settings as command line arguments, for example {@code --jwt.key=short}
     * @throws AssertionError if it starts
     */
    public static void expect(Class<?> application, String... settings) {
        List<String> arguments = new ArrayList<>(List.of(
                "--server.port=0",
                "--management.server.port=0",
                "--spring.mongodb.uri=mongodb://127.0.0.1:1/test?serverSelectionTimeoutMS=1",
                "--nats.url=nats://127.0.0.1:1"));
        arguments.addAll(List.of(settings));
        KEYS.forEach((setting, key) -> {
            if (arguments.stream().noneMatch(argument -> argument.startsWith(setting))) {
                arguments.add(setting + key);
            }
        });
        try {
            SpringApplication.run(application, arguments.toArray(String[]::new)).close();
        } catch (RuntimeException expected) {
            return;
        }
        throw new AssertionError(application.getSimpleName() + " started with " + List.of(settings));
    }
}
