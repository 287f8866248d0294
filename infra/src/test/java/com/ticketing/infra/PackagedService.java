package com.ticketing.infra;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.fabric8.kubernetes.api.model.EnvVar;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The jar of a service and its process. */
final class PackagedService implements AutoCloseable {

    static final String JAVA =
            Path.of(System.getProperty("java.home"), "bin", "java").toString();

    private static final Manifests BASE = Manifests.of("base");

    private final Process process;
    private final Path output;

    private PackagedService(Process process, Path output) {
        this.process = process;
        this.output = output;
    }

    static Path jar(String service) {
        return Path.of("..", service, "target", service + ".jar");
    }

    /** Returns the variables as the kubelet would set them, except for the database address and the ports. */
    static Map<String, String> environment(String service, String mongoUri) {
        Map<String, String> environment = new HashMap<>();
        for (EnvVar variable : BASE.workload(service).container().getEnv()) {
            if (variable.getValueFrom() == null) {
                environment.put(variable.getName(), variable.getValue());
            } else if (variable.getValueFrom().getFieldRef() != null) {
                environment.put(variable.getName(), service + "-5d8f7c9b4-x2x7z");
            } else if (!Boolean.TRUE.equals(
                    variable.getValueFrom().getSecretKeyRef().getOptional())) {
                environment.put(variable.getName(), "sk_test_value_that_has_at_least_32_bytes");
            }
        }
        environment.replace("SPRING_MONGODB_URI", mongoUri);
        environment.put("SERVER_PORT", "0");
        environment.put("MANAGEMENT_SERVER_PORT", "0");
        return environment;
    }

    /** Starts the jar of the service with these environment variables only. */
    static PackagedService start(String service, Path folder, Map<String, String> environment) throws IOException {
        return launch(
                service,
                folder,
                environment,
                List.of("-XX:TieredStopAtLevel=1", "-jar", jar(service).toString()));
    }

    /** Starts the service with these arguments of Java and these environment variables only. */
    static PackagedService launch(String service, Path folder, Map<String, String> environment, List<String> arguments)
            throws IOException {
        Path output = Files.createTempFile(folder, service, ".log");
        List<String> command = new ArrayList<>();
        command.add(JAVA);
        command.addAll(arguments);
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
        builder.environment().clear();
        builder.environment().putAll(environment);
        return new PackagedService(builder.start(), output);
    }

    Process process() {
        return process;
    }

    String output() {
        try {
            return Files.readString(output, UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
