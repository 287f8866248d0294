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

/** What makes pods. */
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

    /** Each has one that does its work. */
    Container container() {
        List<Container> containers = pod().getContainers();
        if (containers.size() != 1) {
            throw new IllegalStateException(name() + " has not exactly one container");
        }
        return containers.getFirst();
    }

    /** Those included that run before it. */
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
