package com.ticketing.host.service;

import com.ticketing.host.broker.Broker;
import com.ticketing.host.database.Databases;
import com.ticketing.host.observability.Observability;
import com.ticketing.host.payment.PaymentProvider;
import com.ticketing.host.process.ProcessCommand;
import com.ticketing.host.settings.DataFolder;
import com.ticketing.host.settings.Settings;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The command line of each service: a small JVM, with the environment that Kubernetes would give it. */
public final class ServiceCommands {

    /** Sized for all services on a laptop. */
    private static final List<String> JVM_OPTIONS = List.of(
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-Xms32m",
            "-Xmx128m",
            "-Xss512k",
            "-XX:MaxMetaspaceSize=160m",
            "-XX:ReservedCodeCacheSize=128m",
            "-XX:-UsePerfData");

    private final Settings settings;
    private final DataFolder data;
    private final Databases databases;
    private final FirstAdmin admin;
    private final Map<String, String> shared;

    public ServiceCommands(
            Settings settings,
            DataFolder data,
            Databases databases,
            Broker broker,
            PaymentProvider payments,
            Observability observability,
            FirstAdmin admin) {
        this.settings = settings;
        this.data = data;
        this.databases = databases;
        this.admin = admin;
        this.shared = new HashMap<>(settings.environment());
        // Client ids must differ; each process generates its own.
        shared.remove("NATS_CLIENT_ID");
        shared.put("NATS_URL", broker.url());
        shared.put("NATS_CLUSTER_ID", broker.clusterId());
        shared.put("SERVER_ADDRESS", "127.0.0.1");
        shared.put("MANAGEMENT_SERVER_ADDRESS", "127.0.0.1");
        // glibc's default number of arenas keeps far more memory than the services use.
        shared.putIfAbsent("MALLOC_ARENA_MAX", "2");
        shared.putIfAbsent("AUTH_SECURE_COOKIES", "false");
        shared.putIfAbsent("SPRING_LIFECYCLE_TIMEOUT_PER_SHUTDOWN_PHASE", "5s");
        shared.computeIfAbsent("JWT_KEY", name -> data.secret("jwt-key"));
        shared.computeIfAbsent("TICKETS_DELIVERY_KEY", name -> data.secret("delivery-key"));
        shared.computeIfAbsent("ORDERS_PASS_KEYS", name -> data.secret("pass-key"));
        shared.computeIfAbsent("MANAGEMENT_TOKEN", name -> data.secret("management-token"));
        shared.putAll(payments.environment());
        shared.putAll(observability.environment());
    }

    /** Returns the services' JVM options; the user's come last and win. */
    static List<String> jvmOptions(Settings settings) {
        List<String> options = new ArrayList<>(JVM_OPTIONS);
        settings.variable("TICKETING_JVM_OPTIONS")
                .ifPresent(own -> options.addAll(List.of(own.strip().split("\\s+"))));
        return options;
    }

    ProcessCommand of(CachedApp app, String service, int port, int managementPort) {
        List<String> line = new ArrayList<>(List.of(settings.java().toString()));
        line.addAll(jvmOptions(settings));
        line.add("-Djava.io.tmpdir=" + data.temporary());
        line.addAll(app.options());
        line.addAll(List.of("-jar", app.jar().toString()));
        Map<String, String> environment = new HashMap<>(shared);
        environment.put("SERVER_PORT", Integer.toString(port));
        environment.put("MANAGEMENT_SERVER_PORT", Integer.toString(managementPort));
        environment.put("SPRING_MONGODB_URI", databases.uri(service));
        if (service.equals("auth")) {
            admin.addTo(environment);
        }
        return new ProcessCommand(line, environment);
    }
}
