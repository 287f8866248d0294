package com.ticketing.infra;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** The Kubernetes objects that kustomize builds from a folder of manifests. */
record Manifests(List<HasMetadata> objects) {

    static final List<String> OVERLAYS = List.of("base", "overlays/dev", "overlays/prod", "overlays/gateway-api");

    private static final Path ROOT = Checkout.path("infra/k8s");
    private static final Map<String, String> BUILT = new ConcurrentHashMap<>();

    /** Returns the objects of a folder below {@code infra/k8s}, such as {@code overlays/dev}. */
    static Manifests of(String folder) {
        return parse(yaml(folder));
    }

    static String yaml(String folder) {
        return BUILT.computeIfAbsent(folder, name -> Kustomize.build(ROOT.resolve(name)));
    }

    static Manifests parse(String yaml) {
        LoaderOptions options = new LoaderOptions();
        options.setAllowDuplicateKeys(false);
        List<HasMetadata> objects = new ArrayList<>();
        for (Object document : new Yaml(new SafeConstructor(options)).loadAll(yaml)) {
            objects.add(StrictKubernetesReader.read((Map<?, ?>) document));
        }
        return new Manifests(objects);
    }

    <T extends HasMetadata> List<T> all(Class<T> type) {
        return objects.stream().filter(type::isInstance).map(type::cast).toList();
    }

    List<Workload> workloads() {
        List<Workload> workloads = new ArrayList<>();
        all(Deployment.class)
                .forEach(it -> workloads.add(new Workload(it, it.getSpec().getTemplate())));
        all(StatefulSet.class)
                .forEach(it -> workloads.add(new Workload(it, it.getSpec().getTemplate())));
        all(Job.class).forEach(it -> workloads.add(new Workload(it, it.getSpec().getTemplate())));
        return workloads;
    }

    Workload workload(String name) {
        return workloads().stream()
                .filter(workload -> workload.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No workload " + name));
    }

    /** Returns the workloads of the suite's services. */
    List<Workload> serviceWorkloads() {
        return workloads().stream()
                .filter(workload -> Services.ALL.contains(workload.name()))
                .toList();
    }
}
