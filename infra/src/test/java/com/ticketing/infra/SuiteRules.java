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

/** What must be true of the objects together. */
final class SuiteRules {

    static final List<Rule> ALL = List.of(
            new Rule(
                    "every service has a MongoDB of its own, by its name or from a Secret of its own",
                    SuiteRules::shared),
            new Rule("MongoDB and the broker keep their data on a claim", SuiteRules::forgetful),
            new Rule("every workload has a ServiceAccount of its own, without a token", SuiteRules::identities),
            new Rule("everything has the recommended labels", SuiteRules::unlabelled),
            new Rule("everything is in a namespace that refuses what is not restricted", SuiteRules::elsewhere),
            new Rule("a Service finds its pods and their port", SuiteRules::danglingServices),
            new Rule("keys and passwords come from Secrets, which are not in here", SuiteRules::secrets),
            new Rule(
                    "the broker forgets nothing and notices dead clients, as in the tests",
                    SuiteRules::brokerSettings));

    private static final List<String> LABELS = List.of(
            "app.kubernetes.io/name",
            "app.kubernetes.io/component",
            "app.kubernetes.io/part-of",
            "app.kubernetes.io/managed-by");
    private static final Set<String> UNNAMED = Set.of(
            "Namespace",
            "ServiceAccount",
            "NetworkPolicy",
            "ConfigMap",
            "Ingress",
            "HorizontalPodAutoscaler",
            "PodDisruptionBudget",
            "Gateway",
            "HTTPRoute");

    private SuiteRules() {}

    private static List<String> shared(Manifests manifests) {
        List<String> violations = new ArrayList<>();
        for (Workload service : manifests.services()) {
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

    private static List<String> forgetful(Manifests manifests) {
        List<String> violations = new ArrayList<>();
        for (StatefulSet set : manifests.all(StatefulSet.class)) {
            Set<String> claims = new HashSet<>();
            set.getSpec()
                    .getVolumeClaimTemplates()
                    .forEach(claim -> claims.add(claim.getMetadata().getName()));
            boolean kept = set.getSpec().getTemplate().getSpec().getContainers().getFirst().getVolumeMounts().stream()
                    .anyMatch(mount -> claims.contains(mount.getName())
                            && mount.getMountPath().startsWith("/data"));
            if (!kept) {
                violations.add(set.getMetadata().getName() + " keeps nothing");
            }
        }
        return violations;
    }

    private static List<String> identities(Manifests manifests) {
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

    private static List<String> unlabelled(Manifests manifests) {
        Stream<String> objects = manifests.objects().stream()
                .filter(object -> !LABELS.stream()
                        .filter(label -> !UNNAMED.contains(object.getKind()) || !isOfAPod(label))
                        .allMatch(object.getMetadata().getLabels()::containsKey))
                .map(HasMetadata::getFullResourceName);
        Stream<String> pods = manifests.workloads().stream()
                .filter(workload -> !workload.podLabels().keySet().containsAll(LABELS))
                .map(workload -> "a pod of " + workload.name());
        return Stream.concat(objects, pods).toList();
    }

    private static boolean isOfAPod(String label) {
        return label.endsWith("/name") || label.endsWith("/component");
    }

    private static List<String> elsewhere(Manifests manifests) {
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
                violations.add("Service " + service.getMetadata().getName() + " finds " + found.size()
                        + " workloads, or no port");
            }
        }
        return violations;
    }

    private static boolean hasPort(Workload workload, ServicePort port) {
        return workload.container().getPorts().stream()
                .anyMatch(own -> own.getName().equals(port.getTargetPort().getStrVal()));
    }

    private static List<String> secrets(Manifests manifests) {
        List<String> violations = new ArrayList<>();
        for (Workload workload : manifests.workloads()) {
            workload.container().getEnv().stream()
                    .filter(env -> env.getName().matches(".*(KEY|KEY_PREVIOUS|SECRET|TOKEN|PASSWORD)"))
                    .filter(env ->
                            env.getValueFrom() == null || env.getValueFrom().getSecretKeyRef() == null)
                    .forEach(env -> violations.add(workload.name() + " is given " + env.getName() + " in the open"));
        }
        return violations;
    }

    private static List<String> brokerSettings(Manifests manifests) {
        List<String> violations = new ArrayList<>();
        List<String> arguments = manifests.workload("nats").container().getArgs();
        List<String> settings = NatsStreamingServer.SETTINGS;
        for (int i = 0; i < settings.size(); i += 2) {
            String argument = settings.get(i) + "=" + settings.get(i + 1);
            if (!arguments.contains(argument)) {
                violations.add("The broker lacks " + argument);
            }
        }
        if (!arguments.contains("-st=FILE")) {
            violations.add("The broker keeps its messages in memory");
        }
        return violations;
    }
}
