package com.ticketing.host.observability;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** A program that runs from the PATH or, with the same arguments, in a container. */
enum Tool {
    PROMETHEUS("Metrics ", "prometheus", "prom/prometheus:v3.5.0"),
    JAEGER("Traces  ", "jaeger-all-in-one", "jaegertracing/all-in-one:1.76.0"),
    GRAFANA("Charts  ", "grafana", "grafana/grafana:12.2.0");

    /** The variable that names the collector of all traces. */
    static final String OTLP_ENDPOINT = "OTEL_EXPORTER_OTLP_ENDPOINT";

    private final String label;
    private final String program;
    private final String image;

    Tool(String label, String program, String image) {
        this.label = label;
        this.program = program;
        this.image = image;
    }

    /** Where the program was found. */
    sealed interface Source {
        record Installed(Path program) implements Source {}

        record Image(String name) implements Source {}
    }

    /**
     * Finds the programs. Images are not downloaded, because a start should not depend on a registry. Jaeger is not
     * needed if the environment names a collector, and Grafana has nothing to show without Prometheus.
     *
     * @param hasImage whether a Docker engine has the image
     */
    static Map<Tool, Source> find(Map<String, String> environment, Predicate<String> hasImage) {
        Map<Tool, Source> found = new EnumMap<>(Tool.class);
        for (Tool tool : values()) {
            tool.onPath(environment)
                    .<Source>map(Source.Installed::new)
                    .or(() -> Optional.of(tool.image).filter(hasImage).map(Source.Image::new))
                    .ifPresent(source -> found.put(tool, source));
        }
        if (!environment.getOrDefault(OTLP_ENDPOINT, "").isBlank()) {
            found.remove(JAEGER);
        }
        if (!found.containsKey(PROMETHEUS)) {
            found.remove(GRAFANA);
        }
        return found;
    }

    private Optional<Path> onPath(Map<String, String> environment) {
        return Stream.of(environment.getOrDefault("PATH", "").split(File.pathSeparator))
                .filter(folder -> !folder.isEmpty())
                .map(folder -> Path.of(folder, program))
                .filter(file -> Files.isRegularFile(file) && Files.isExecutable(file))
                .findFirst();
    }

    /** Returns what the tool shows, padded to the width of the panel's first column. */
    String label() {
        return label;
    }

    /** Returns the name of the process and of its log. */
    String process() {
        return name().toLowerCase(Locale.ROOT);
    }

    String missing() {
        return "not available: put " + program + " on the PATH, or run: docker pull " + image;
    }

    /** Returns the arguments that the image's own start script adds. */
    List<String> installedArguments(Path program) {
        return this == GRAFANA ? List.of("server", "--homepath", home(program).toString()) : List.of();
    }

    /** Distributions put Grafana's own files into {@code share}; its archive contains them next to {@code bin}. */
    private static Path home(Path program) {
        Path prefix = program.toAbsolutePath().resolve("../..").normalize();
        return Stream.of(prefix, prefix.resolve("share/grafana"), Path.of("/usr/share/grafana"))
                .filter(home -> Files.exists(home.resolve("conf/defaults.ini")))
                .findFirst()
                .orElse(prefix);
    }
}
