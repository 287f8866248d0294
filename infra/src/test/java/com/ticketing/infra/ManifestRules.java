package com.ticketing.infra;

import com.ticketing.devservers.NatsStreamingServer;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServiceAccount;
import io.fabric8.kubernetes.api.model.ServicePort;
import io.fabric8.kubernetes.api.model.apps.StatefulSet;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Rules for all objects together. */
final class ManifestRules {

    static final List<Rule> ALL = List.of(
            new Rule("every service has its own MongoDB", ManifestRules::sharedDatabases),
            new Rule("MongoDB and the broker use a persistent volume", ManifestRules::withoutPersistentVolume),
            new Rule("every workload has its own ServiceAccount without a token", ManifestRules::wrongServiceAccounts),
            new Rule("every object has the recommended labels", ManifestRules::missingLabels),
            new Rule("every object is in a restricted namespace", ManifestRules::wrongNamespaces),
            new Rule("every Service selects one workload and its port", ManifestRules::danglingServices),
            new Rule("keys and passwords come from Secrets", ManifestRules::plainTextSecrets),
            new Rule("the broker has the settings of the tests and stores messages", ManifestRules::brokerSettings));

    private static final List<String> LABELS = List.of(
            "app.kubernetes.io/name",
            "app.kubernetes.io/component",
            "app.kubernetes.io/part-of",
            "app.kubernetes.io/managed-by");
    private static final Set<String> KINDS_WITHOUT_PODS = Set.of(
            "Namespace",
            "ServiceAccount",
            "NetworkPolicy",
            "ConfigMap",
            "Ingress",
            "HorizontalPodAutoscaler",
            "PodDisruptionBudget",
            "Gateway",
            "HTTPRoute");

    private ManifestRules() {}

    private static List<String> sharedDatabases(Manifests manifests) {
        List<String> violations = new ArrayList<>();
        for (Workload service : manifests.serviceWorkloads()) {
            EnvVar address = service.variable("SPRING_MONGODB_URI").orElseThrow();
            String name = service.name();
            boolean own = address.getValue() != null
                    ? address.getValue().equals("mongodb://" + name + "-mongo:27017/" + name)
                    : address.getValueFrom().getSecretKeyRef().getName().equals(name + "-mongo-secret");
            if (!own) {
                violations.add(name + " uses " + address);
            }
        }
        return violations;
    }

    private static List<String> withoutPersistentVolume(Manifests manifests) {
        List<String> violations = new ArrayList<>();
        for (StatefulSet set : manifests.all(StatefulSet.class)) {
            String name = set.getMetadata().getName();
            if (name.equals("nats") && !streamingServer(manifests).name().equals(name)) {
                continue;
            }
            Set<String> claims = new HashSet<>();
            set.getSpec()
                    .getVolumeClaimTemplates()
                    .forEach(claim -> claims.add(claim.getMetadata().getName()));
            boolean persistent =
                    set.getSpec().getTemplate().getSpec().getContainers().getFirst().getVolumeMounts().stream()
                            .anyMatch(mount -> claims.contains(mount.getName())
                                    && mount.getMountPath().startsWith("/data"));
            if (!persistent) {
                violations.add(name + " does not mount a claim at /data");
            }
        }
        return violations;
    }

    private static List<String> wrongServiceAccounts(Manifests manifests) {
        List<String> violations = new ArrayList<>();
        Map<String, Boolean> tokens = new HashMap<>();
        manifests
                .all(ServiceAccount.class)
                .forEach(account ->
                        tokens.put(account.getMetadata().getName(), account.getAutomountServiceAccountToken()));
        for (Workload workload : manifests.workloads()) {
            String account = workload.pod().getServiceAccountName();
            if (!workload.name().equals(account) || !Boolean.FALSE.equals(tokens.get(account))) {
                violations.add(workload.name() + " runs as " + account);
            }
        }
        return violations;
    }

    private static List<String> missingLabels(Manifests manifests) {
        Stream<String> objects = manifests.objects().stream()
                .filter(object -> !LABELS.stream()
                        .filter(label -> !KINDS_WITHOUT_PODS.contains(object.getKind()) || !isPodLabel(label))
                        .allMatch(object.getMetadata().getLabels()::containsKey))
                .map(HasMetadata::getFullResourceName);
        Stream<String> pods = manifests.workloads().stream()
                .filter(workload -> !workload.podLabels().keySet().containsAll(LABELS))
                .map(workload -> "pods of " + workload.name());
        return Stream.concat(objects, pods).toList();
    }

    private static boolean isPodLabel(String label) {
        return label.endsWith("/name") || label.endsWith("/component");
    }

    private static List<String> wrongNamespaces(Manifests manifests) {
        List<String> violations = new ArrayList<>();
        for (HasMetadata object : manifests.objects()) {
            if (object instanceof Namespace namespace) {
                String enforced = namespace.getMetadata().getLabels().get("pod-security.kubernetes.io/enforce");
                if (!"restricted".equals(enforced)) {
                    violations.add("The namespace enforces " + enforced);
                }
            } else if (!"ticketing".equals(object.getMetadata().getNamespace())) {
                violations.add(object.getMetadata().getName() + " is in "
                        + object.getMetadata().getNamespace());
            }
        }
        return violations;
    }

    private static List<String> danglingServices(Manifests manifests) {
        List<String> violations = new ArrayList<>();
        for (Service service : manifests.all(Service.class)) {
            Map<String, String> selector = service.getSpec().getSelector();
            List<Workload> found = manifests.workloads().stream()
                    .filter(workload -> workload.podLabels().entrySet().containsAll(selector.entrySet()))
                    .toList();
            if (found.size() != 1
                    || !service.getSpec().getPorts().stream().allMatch(port -> hasPort(found.getFirst(), port))) {
                violations.add("Service " + service.getMetadata().getName() + " selects " + found.size()
                        + " workloads, or a port is missing");
            }
        }
        return violations;
    }

    private static boolean hasPort(Workload workload, ServicePort port) {
        return workload.container().getPorts().stream()
                .anyMatch(own -> own.getName().equals(port.getTargetPort().getStrVal()));
    }

    private static List<String> plainTextSecrets(Manifests manifests) {
        List<String> violations = new ArrayList<>();
        for (Workload workload : manifests.workloads()) {
            workload.container().getEnv().stream()
                    .filter(env -> env.getName().matches(".*(KEY|KEY_PREVIOUS|SECRET|TOKEN|PASSWORD)"))
                    .filter(env ->
                            env.getValueFrom() == null || env.getValueFrom().getSecretKeyRef() == null)
                    .forEach(env -> violations.add(workload.name() + " has " + env.getName() + " in plain text"));
        }
        return violations;
    }

    /** The one in which the store is; prod has NATS servers in front of it. */
    private static Workload streamingServer(Manifests manifests) {
        return manifests.workloads().stream()
                .filter(workload -> workload.name().equals("nats-streaming"))
                .findFirst()
                .orElseGet(() -> manifests.workload("nats"));
    }

    private static List<String> brokerSettings(Manifests manifests) {
        List<String> violations = new ArrayList<>();
        List<String> arguments = streamingServer(manifests).container().getArgs();
        List<String> settings = NatsStreamingServer.SETTINGS;
        for (int i = 0; i < settings.size(); i += 2) {
            String argument = settings.get(i) + "=" + settings.get(i + 1);
            if (!arguments.contains(argument)) {
                violations.add("The broker lacks " + argument);
            }
        }
        if (!arguments.contains("-st=FILE")) {
            violations.add("The broker stores messages in memory");
        }
        return violations;
    }
}
