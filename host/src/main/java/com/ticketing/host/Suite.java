package com.ticketing.host;

import com.ticketing.host.broker.Broker;
import com.ticketing.host.console.Console;
import com.ticketing.host.console.Progress;
import com.ticketing.host.database.Databases;
import com.ticketing.host.database.DockerDatabases;
import com.ticketing.host.database.EmbeddedDatabases;
import com.ticketing.host.database.RemoteDatabases;
import com.ticketing.host.gateway.Gateway;
import com.ticketing.host.gateway.IngressRoutes;
import com.ticketing.host.observability.Observability;
import com.ticketing.host.payment.PaymentProvider;
import com.ticketing.host.process.Ports;
import com.ticketing.host.process.ProcessSupervisor;
import com.ticketing.host.running.RunningBroker;
import com.ticketing.host.running.RunningProcess;
import com.ticketing.host.running.RunningSuite;
import com.ticketing.host.service.CachedApp;
import com.ticketing.host.service.FirstAdmin;
import com.ticketing.host.service.ServiceCommands;
import com.ticketing.host.service.ServiceProcesses;
import com.ticketing.host.settings.DataFolder;
import com.ticketing.host.settings.Services;
import com.ticketing.host.settings.Settings;
import com.ticketing.host.settings.UsageException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The whole suite as processes of this machine, in the order in which they start and stop. */
final class Suite implements AutoCloseable {

    private static final String BROKER = "NATS Streaming";
    private static final String DATABASES = "MongoDB";
    private static final String STRIPE = "Stripe";
    private static final Duration INFRASTRUCTURE_ENDS_WITHIN = Duration.ofSeconds(10);

    private final Settings settings;
    private final DataFolder data;
    private final Console console;
    private final Purpose purpose;
    private final Ports ports;
    private final ProcessSupervisor supervisor;
    private final Databases databases;
    private final Broker broker;
    private final PaymentProvider payments;
    private final Observability observability;
    private final FirstAdmin admin;
    private final ServiceProcesses services;
    private @Nullable Gateway gateway;
    private boolean ready;
    private boolean closed;

    Suite(Settings settings, DataFolder data, Map<String, CachedApp> apps, Console console, Purpose purpose) {
        this.settings = settings;
        this.data = data;
        this.console = console;
        this.purpose = purpose;
        this.ports = new Ports(settings.cache());
        this.supervisor = new ProcessSupervisor(console, data.temporary(), runsAtLowPriority(settings, purpose));
        this.databases = switch (settings.options().mongo()) {
            case "embedded" -> new EmbeddedDatabases(settings, data, supervisor, ports);
            case "docker" -> new DockerDatabases(settings, data, supervisor, ports);
            case String address -> new RemoteDatabases(address);
        };
        this.broker = new Broker(settings, data, supervisor, ports);
        this.payments = new PaymentProvider(settings, data, supervisor, ports);
        this.observability = new Observability(settings, data, supervisor, ports);
        this.admin = FirstAdmin.of(data);
        ServiceCommands commands =
                new ServiceCommands(settings, data, databases, broker, payments, observability, admin);
        this.services = new ServiceProcesses(
                supervisor, commands, apps, settings.options().replicas());
    }

    /** A training waits for an idle CPU, unless the user waits for it. */
    private static boolean runsAtLowPriority(Settings settings, Purpose purpose) {
        return purpose == Purpose.TRAINING
                && !settings.variable("TICKETING_AOT").orElse("on").equals("now");
    }

    /** What a suite is started for. */
    enum Purpose {
        /** Serves users. */
        USE(Duration.ofSeconds(30)),
        /** Records ahead-of-time caches, which its services write when they end. */
        TRAINING(Duration.ofMinutes(10));

        private final Duration servicesEndWithin;

        Purpose(Duration servicesEndWithin) {
            this.servicesEndWithin = servicesEndWithin;
        }
    }

    /** Waits until every service is healthy. */
    void start() {
        supervisor.onChange(this::describe);
        listen();
        Progress progress = new Progress(console, components());
        broker.start();
        progress.started(BROKER, broker.description());
        databases.start();
        progress.started(DATABASES, databases.description());
        payments.start(url());
        progress.started(STRIPE, payments.description());
        services.start(ports);
        observability.start(services.describe());
        gateway().start(addresses(""));
        services.awaitHealthy(progress);
        becomeReady();
    }

    private List<String> components() {
        List<String> components = new ArrayList<>(List.of(BROKER, DATABASES, STRIPE));
        components.addAll(services.names());
        return components;
    }

    /** Returns how to sign in as the admin, unless the user has named another one. */
    Optional<String> adminSignIn() {
        return admin.signIn(settings, data.path());
    }

    /** Returns the addresses of Prometheus, Jaeger and Grafana, or why they were not started. */
    List<String> observability() {
        return observability.describe();
    }

    /** Replaces a replica by one of another build, as a rolling update does: it receives no requests meanwhile. */
    void replace(String replica, CachedApp app) {
        gateway().use(addresses(replica));
        services.replace(replica, app, purpose.servicesEndWithin);
        gateway().use(addresses(""));
        describe();
    }

    private Map<String, List<InetSocketAddress>> addresses(String withoutReplica) {
        Map<String, List<InetSocketAddress>> all = new HashMap<>(services.addresses(withoutReplica));
        all.putAll(payments.addresses());
        return all;
    }

    String url() {
        return "http://localhost:" + gateway().port();
    }

    @Override
    public void close() {
        close(purpose.servicesEndWithin);
    }

    /**
     * Stops services before the servers that they use. A second call waits as well, for the services no longer than its
     * own timeout.
     */
    void close(Duration servicesTimeout) {
        boolean first = beginClose();
        if (first) {
            supervisor.preventStarts();
            if (gateway != null) {
                gateway.close();
            }
        }
        supervisor.stop(services.processes(), servicesTimeout);
        supervisor.stop(observability.processes(), INFRASTRUCTURE_ENDS_WITHIN);
        supervisor.stop(broker.processes(), INFRASTRUCTURE_ENDS_WITHIN);
        supervisor.stop(payments.processes(), INFRASTRUCTURE_ENDS_WITHIN);
        supervisor.stop(databases.processes(), INFRASTRUCTURE_ENDS_WITHIN);
        if (first) {
            supervisor.close();
            ports.close();
        }
    }

    private synchronized boolean beginClose() {
        boolean first = !closed;
        closed = true;
        return first;
    }

    private void listen() {
        int port = settings.options().port();
        try {
            IngressRoutes routes = IngressRoutes.read(settings.home().resolve("infra/k8s/base/ingress.yaml"));
            gateway = new Gateway(
                    port, payments.addTo(routes), settings.home().resolve("client/dist"), payments.hasCardForm());
            gateway.listen();
        } catch (IOException e) {
            if (e instanceof BindException || e.getCause() instanceof BindException) {
                throw new UsageException("Port " + port + " is already in use; choose another with --port");
            }
            throw new UncheckedIOException(e);
        }
    }

    private Gateway gateway() {
        if (gateway == null) {
            throw new IllegalStateException("The gateway is not listening yet");
        }
        return gateway;
    }

    private synchronized void becomeReady() {
        ready = true;
        describe();
    }

    private synchronized void describe() {
        if (closed) {
            return;
        }
        Map<String, String> mongo = new HashMap<>();
        Services.ALL.forEach(service -> mongo.put(service, databases.uri(service)));
        List<RunningProcess> processes = new ArrayList<>();
        Stream.of(broker.processes(), payments.processes(), databases.processes(), observability.processes())
                .flatMap(List::stream)
                .map(RunningProcess::of)
                .forEach(processes::add);
        processes.addAll(services.describe());
        new RunningSuite(
                        url(),
                        ProcessHandle.current().pid(),
                        ready,
                        new RunningBroker(
                                broker.url(), broker.clusterId(), broker.monitorUrl(), broker.channelPrefix()),
                        payments.standIn().orElse(null),
                        mongo,
                        processes)
                .writeTo(data);
    }
}
