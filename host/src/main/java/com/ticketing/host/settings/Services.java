package com.ticketing.host.settings;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/**
 * The names of the suite's services, from the file {@code services} of the checkout, which the build packs into this
 * jar. A name is also that of the service's jar, its database and its Kubernetes Service.
 */
public final class Services {

    public static final List<String> ALL = read();

    private Services() {}

    private static List<String> read() {
        try (InputStream list = Objects.requireNonNull(Services.class.getResourceAsStream("/services"))) {
            return new String(list.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
