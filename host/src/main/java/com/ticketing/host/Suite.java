package com.ticketing.host;

import com.ticketing.host.broker.Broker;
import com.ticketing.host.console.Console;
import com.ticketing.host.database.Databases;
import com.ticketing.host.database.DockerDatabases;
import com.ticketing.host.database.EmbeddedDatabases;
import com.ticketing.host.database.RemoteDatabases;
import com.ticketing.host.gateway.Gateway;
import com.ticketing.host.gateway.IngressRoutes;
import com.ticketing.host.payment.PaymentProvider;
import com.ticketing.host.process.ManagedProcess;
import com.ticketing.host.process.Ports;
import com.ticketing.host.process.ProcessSupervisor;
import com.ticketing.host.running.RunningFile;
import com.ticketing.host.service.AppCache;
import com.ticketing.host.service.FirstAdmin;
import com.ticketing.host.service.ServiceCommands;
import com.ticketing.host.service.ServiceProcesses;
import com.ticketing.host.settings.DataFolder;
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
import org.jspecify.annotations.Nullable;

/** Everything that Kubernetes would run, on this machine, in the order in which it starts and ends. */
public final class Suite implements AutoCloseable {

    private static final Duration INFRASTRUCTURE_ENDS_WITHIN = Duration.ofSeconds(10);

    private final Settings settings;
    private final Console console;
    private final Duration servicesEndWithin;
    private final Ports ports = new Ports();
    private final RunningFile runningFile;
    private final ProcessSupervisor supervisor;
    private final Databases databases;
    private final Broker broker;
    private final PaymentProvider payments;
    private final FirstAdmin admin;
    private final ServiceProcesses services;
    private @Nullable Gateway gateway;
    private boolean ready;
    private boolean closed;

    public Suite(
            Settings settings,
            DataFolder data,
            Map<String, AppCache.App> apps,
            Console console,
            Duration servicesEndWithin) {
        this.settings = settings;
        this.console = console;
        this.servicesEndWithin = servicesEndWithin;
        this.runningFile = new RunningFile(data);
        this.supervisor = new ProcessSupervisor(console, data.temporary());
        this.databases = switch (settings.options().mongo()) {
            case "embedded" -> new EmbeddedDatabases(settings, data, supervisor, ports);
            case "docker" -> new DockerDatabases(settings, data, supervisor, ports);
            case String address -> new RemoteDatabases(address);
        };
        this.broker = new Broker(settings, data, supervisor, ports);
        this.payments = new PaymentProvider(settings, data, supervisor, ports);
        this.admin = FirstAdmin.of(data);
        ServiceCommands commands = new ServiceCommands(settings, data, apps, databases, broker, payments, admin);
        this.services =
                new ServiceProcesses(supervisor, commands, settings.options().replicas());
    }

    /** Returns when every part is healthy. */
    public void start() {
        supervisor.onChange(this::tell);
        listen();
        console.say(databases.description());
        broker.start();
        databases.start();
        payments.start(url());
        services.start(ports);
        gateway().start(addresses());
        services.await();
        admin.tellOnce(settings, console);
        becomeReady();
    }

    private Map<String, List<InetSocketAddress>> addresses() {
        Map<String, List<InetSocketAddress>> all = new HashMap<>(services.addresses());
        all.putAll(payments.addresses());
        return all;
    }

    public String url() {
        return "http://localhost:" + gateway().port();
    }

    @Override
    public void close() {
        close(servicesEndWithin);
    }

    /** Those that need others first; nobody is asked twice. */
    public void close(Duration servicesEndWithin) {
        synchronized (this) {
            if (closed) {
                return;
            }
            closed = true;
        }
        supervisor.startNoMore();
        if (gateway != null) {
            gateway.close();
        }
        supervisor.stop(services.parts(), servicesEndWithin);
        supervisor.stop(broker.parts(), INFRASTRUCTURE_ENDS_WITHIN);
        supervisor.stop(payments.parts(), INFRASTRUCTURE_ENDS_WITHIN);
        supervisor.stop(databases.parts(), INFRASTRUCTURE_ENDS_WITHIN);
        supervisor.close();
    }

    private void listen() {
        int port = settings.options().port();
        try {
            IngressRoutes routes = IngressRoutes.read(settings.home().resolve("infra/k8s/base/ingress.yaml"));
            gateway = new Gateway(
                    port, payments.addTo(routes), settings.home().resolve("client/dist"), payments.hasCardForm());
            gateway.listen();
        } catch (BindException e) {
            throw new UsageException("Port " + port + " is taken; choose another with --port");
        } catch (IOException e) {
            if (e.getCause() instanceof BindException) {
                throw new UsageException("Port " + port + " is taken; choose another with --port");
            }
            throw new UncheckedIOException(e);
        }
    }

    private Gateway gateway() {
        if (gateway == null) {
            throw new IllegalStateException("The gateway does not listen yet");
        }
        return gateway;
    }

    private synchronized void becomeReady() {
        ready = true;
        tell();
    }

    private synchronized void tell() {
        if (!closed) {
            List<ManagedProcess> others = new ArrayList<>(broker.parts());
            others.addAll(payments.parts());
            others.addAll(databases.parts());
            runningFile.write(url(), ready, broker, payments, databases, others, services.all());
        }
    }
}
