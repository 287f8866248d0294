package com.ticketing.host.observability;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The arguments and the additional environment of a tool. All addresses are on the loopback interface. */
record Launch(List<String> arguments, Map<String, String> environment) {

    private static final String UNUSED = "127.0.0.1:0";

    static Launch prometheus(String address, Path folder, Path configuration) {
        return new Launch(
                List.of(
                        "--config.file=" + configuration,
                        "--storage.tsdb.path=" + folder,
                        "--storage.tsdb.retention.size=512MB",
                        "--web.listen-address=" + address),
                Map.of());
    }

    /** Keeps the latest traces in memory. */
    static Launch jaeger(String page, String otlp) {
        return new Launch(
                List.of(
                        "--query.http-server.host-port=" + page,
                        "--collector.otlp.http.host-port=" + otlp,
                        "--collector.otlp.grpc.host-port=" + UNUSED,
                        "--collector.grpc-server.host-port=" + UNUSED,
                        "--collector.http-server.host-port=" + UNUSED,
                        "--query.grpc-server.host-port=" + UNUSED,
                        "--admin.http.host-port=" + UNUSED,
                        "--memory.max-traces=10000"),
                Map.of());
    }

    static Launch grafana(int port, Path folder, Path provisioning) {
        return new Launch(
                List.of(),
                Map.of(
                        "GF_SERVER_HTTP_ADDR", "127.0.0.1",
                        "GF_SERVER_HTTP_PORT", Integer.toString(port),
                        "GF_PATHS_DATA", folder.toString(),
                        "GF_PATHS_LOGS", folder.resolve("log").toString(),
                        "GF_PATHS_PROVISIONING", provisioning.toString(),
                        "GF_AUTH_ANONYMOUS_ENABLED", "true",
                        "GF_AUTH_DISABLE_LOGIN_FORM", "true",
                        "GF_ANALYTICS_REPORTING_ENABLED", "false",
                        "GF_ANALYTICS_CHECK_FOR_UPDATES", "false",
                        "GF_PLUGINS_PREINSTALL_DISABLED", "true"));
    }
}
