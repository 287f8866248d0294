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

/** What kustomize makes of a folder, as typed objects. */
record Manifests(List<HasMetadata> objects) {

    private static final Path ROOT = Path.of("k8s");
    private static final Map<String, String> BUILT = new ConcurrentHashMap<>();

    /** @param folder for example {@code overlays/dev}; empty for the base */
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
            objects.add(StrictTypes.read((Map<?, ?>) document));
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
                .orElseThrow(() -> new IllegalArgumentException("There is no workload " + name));
    }

    List<Workload> services() {
        return workloads().stream()
                .filter(workload -> Services.ALL.contains(workload.name()))
                .toList();
    }
}
