package com.ticketing.infra;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.PodTemplateSpec;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** An object that creates pods: a Deployment, StatefulSet or Job. */
record Workload(HasMetadata owner, PodTemplateSpec template) {

    String name() {
        return owner.getMetadata().getName();
    }

    Map<String, String> podLabels() {
        return template.getMetadata().getLabels();
    }

    PodSpec pod() {
        return template.getSpec();
    }

    /** Returns the only container, not counting init containers. */
    Container container() {
        List<Container> containers = pod().getContainers();
        if (containers.size() != 1) {
            throw new IllegalStateException(name() + " must have exactly one container");
        }
        return containers.getFirst();
    }

    /** Returns the container and all init containers. */
    List<Container> containers() {
        return Stream.concat(pod().getInitContainers().stream(), pod().getContainers().stream())
                .toList();
    }

    Optional<EnvVar> variable(String variable) {
        return container().getEnv().stream()
                .filter(env -> env.getName().equals(variable))
                .findFirst();
    }
}
