package com.ticketing.host.observability;

import com.ticketing.host.docker.Container;
import com.ticketing.host.docker.Docker;
import com.ticketing.host.observability.Tool.Source;
import com.ticketing.host.process.ManagedProcess;
import com.ticketing.host.process.Ports;
import com.ticketing.host.process.ProcessCommand;
import com.ticketing.host.process.ProcessSupervisor;
import com.ticketing.host.running.RunningProcess;
import com.ticketing.host.settings.DataFolder;
import com.ticketing.host.settings.Settings;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

/**
 * Prometheus, Jaeger and Grafana, if {@code --observe} is given. The suite does not depend on them: those that this
 * machine lacks are not started, and the start of a suite does not wait for the others.
 */
public final class Observability {

    private static final String SAMPLED_SHARE = "OTEL_TRACES_SAMPLER_ARG";

    private final Settings settings;
    private final DataFolder data;
    private final ProcessSupervisor supervisor;
    private final Path folder;
    private final Path dashboards;
    private final Map<Tool, Source> found = new EnumMap<>(Tool.class);
    private final Map<Tool, Integer> ports = new EnumMap<>(Tool.class);
    private final int otlpPort;
    private final List<ManagedProcess> processes = new CopyOnWriteArrayList<>();

    public Observability(Settings settings, DataFolder data, ProcessSupervisor supervisor, Ports ports) {
        this.settings = settings;
        this.data = data;
        this.supervisor = supervisor;
        this.folder = data.resolve("observe");
        this.dashboards = settings.home().resolve("infra/k8s/components/monitoring/dashboards");
        if (settings.options().observe()) {
            found.putAll(Tool.find(settings.environment(), Docker::hasImage));
            found.keySet().forEach(tool -> this.ports.put(tool, ports.next()));
        }
        this.otlpPort = found.containsKey(Tool.JAEGER) ? ports.next() : 0;
    }

    /** Returns the environment that makes the services send every trace to Jaeger; empty without it. */
    public Map<String, String> environment() {
        Map<String, String> environment = new HashMap<>();
        if (found.containsKey(Tool.JAEGER)) {
            environment.put(Tool.OTLP_ENDPOINT, "http://127.0.0.1:" + otlpPort);
            environment.put(SAMPLED_SHARE, settings.variable(SAMPLED_SHARE).orElse("1.0"));
        }
        return environment;
    }

    /** Starts what was found, to observe the replicas of the services. */
    public void start(List<RunningProcess> services) {
        ConfigurationFiles files = new ConfigurationFiles(folder);
        found.keySet().forEach(tool -> start(tool, launch(tool, files, services)));
    }

    private Launch launch(Tool tool, ConfigurationFiles files, List<RunningProcess> services) {
        return switch (tool) {
            case PROMETHEUS ->
                Launch.prometheus(
                        address(tool),
                        files.folder("prometheus"),
                        files.prometheus(services, dashboards.resolveSibling("alerts.yaml")));
            case JAEGER -> Launch.jaeger(address(tool), "127.0.0.1:" + otlpPort);
            case GRAFANA ->
                Launch.grafana(port(tool), files.folder("grafana"), files.grafana(url(Tool.PROMETHEUS), dashboards));
        };
    }

    private void start(Tool tool, Launch launch) {
        processes.add(
                switch (Objects.requireNonNull(found.get(tool))) {
                    case Source.Installed(Path program) ->
                        supervisor.start(tool.process(), () -> {
                            List<String> line = new ArrayList<>(List.of(program.toString()));
                            line.addAll(tool.installedArguments(program));
                            line.addAll(launch.arguments());
                            Map<String, String> environment = new HashMap<>(settings.environment());
                            environment.putAll(launch.environment());
                            return new ProcessCommand(line, environment);
                        });
                    case Source.Image(String image) ->
                        new Container(
                                        Docker.containerName(data, tool.process()),
                                        image,
                                        containerOptions(launch),
                                        launch.arguments())
                                .start(tool.process(), settings, supervisor);
                });
    }

    /** The services listen on the loopback interface only. Paths are the same inside and outside of the container. */
    private List<String> containerOptions(Launch launch) {
        List<String> options = new ArrayList<>(List.of("--network", "host"));
        options.addAll(List.of("-v", folder + ":" + folder, "-v", dashboards + ":" + dashboards + ":ro"));
        launch.environment().forEach((name, value) -> options.addAll(List.of("-e", name + "=" + value)));
        return options;
    }

    /** Returns a line for each tool: its address, or why it was not started. */
    public List<String> describe() {
        return settings.options().observe()
                ? Stream.of(Tool.values())
                        .map(tool -> tool.label() + describe(tool))
                        .toList()
                : List.of();
    }

    private String describe(Tool tool) {
        Optional<String> given = settings.variable(Tool.OTLP_ENDPOINT).filter(endpoint -> tool == Tool.JAEGER);
        return given.map(endpoint -> "sent to " + endpoint + " (" + Tool.OTLP_ENDPOINT + ")")
                .orElseGet(() -> found.containsKey(tool) ? url(tool) : tool.missing());
    }

    private String url(Tool tool) {
        return "http://" + address(tool);
    }

    private String address(Tool tool) {
        return "127.0.0.1:" + port(tool);
    }

    private int port(Tool tool) {
        return Objects.requireNonNull(ports.get(tool));
    }

    public List<ManagedProcess> processes() {
        return processes;
    }
}
