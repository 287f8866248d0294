package com.ticketing.host.settings;

import java.nio.file.Path;

/**
 * The options of {@code ./up}.
 *
 * @param port the gateway's port; 0 means any free one
 * @param data the data folder, absolute
 * @param replicas processes of each service
 * @param mongo {@code embedded}, {@code docker} or an address that begins with {@code mongodb://}
 * @param demo whether an empty suite is filled with demo data
 * @param observe whether Prometheus, Jaeger and Grafana are started
 */
public record UpOptions(int port, Path data, int replicas, String mongo, boolean demo, boolean observe) {}
