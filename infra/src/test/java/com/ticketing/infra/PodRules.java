package com.ticketing.infra;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.PodSecurityContext;
import io.fabric8.kubernetes.api.model.Probe;
import io.fabric8.kubernetes.api.model.SecurityContext;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;

/** Rules for each pod. */
final class PodRules {

    static final List<Rule> ALL = List.of(
            Rule.ofPods("every pod has startup, readiness and liveness probes", PodRules::hasProbes),
            Rule.ofPods("the probes of a service use Actuator's health groups", PodRules::probesHealthGroups),
            ofContainers(
                    "every container requests and limits CPU, memory and ephemeral storage", PodRules::hasResources),
            Rule.ofPods("no pod runs as root", PodRules::isNonRoot),
            Rule.ofPods("every pod has the default seccomp profile", PodRules::hasSeccompProfile),
            ofContainers("no container has or gains privileges", PodRules::isUnprivileged),
            ofContainers("every container has a read-only root file system", PodRules::isReadOnly),
            ofContainers("every image has a tag other than latest", PodRules::hasFixedImage),
            Rule.ofPods("no pod mounts a token of its ServiceAccount", PodRules::hasNoToken),
            Rule.ofPods("no pod gets environment variables for Services", PodRules::hasNoServiceLinks),
            Rule.ofPods("a rolling update interrupts no request", PodRules::updatesWithoutInterruption),
            Rule.ofPods("the pods of a Deployment are spread over the nodes", PodRules::isSpread));

    private static final Set<String> RESOURCES = Set.of("cpu", "memory", "ephemeral-storage");

    /** Two shutdown phases, for requests and for messages, of 20 s each: {@code ticketing-defaults.yaml}. */
    private static final long SHUTDOWN_PHASES_SECONDS = 2 * 20;

    /** How long nginx keeps an idle connection to a pod: {@code keepalive_timeout} of an upstream. */
    private static final long KEEP_ALIVE_SECONDS = 60;

    private PodRules() {}

    private static Rule ofContainers(String text, Predicate<Container> holds) {
        return Rule.ofPods(text, workload -> workload.containers().stream().allMatch(holds));
    }

    private static boolean hasProbes(Workload workload) {
        Container container = workload.container();
        return workload.owner() instanceof Job
                || (container.getStartupProbe() != null
                        && container.getReadinessProbe() != null
                        && container.getLivenessProbe() != null);
    }

    private static boolean probesHealthGroups(Workload workload) {
        Container container = workload.container();
        return !Services.ALL.contains(workload.name())
                || (isHealthGroup(container.getStartupProbe(), "liveness")
                        && isHealthGroup(container.getLivenessProbe(), "liveness")
                        && isHealthGroup(container.getReadinessProbe(), "readiness"));
    }

    private static boolean isHealthGroup(Probe probe, String group) {
        return probe.getHttpGet() != null
                && probe.getHttpGet().getPath().equals("/actuator/health/" + group)
                && Objects.equals(probe.getHttpGet().getPort().getStrVal(), "management");
    }

    private static boolean hasResources(Container container) {
        var resources = container.getResources();
        return resources != null
                && resources.getRequests().keySet().containsAll(RESOURCES)
                && resources.getLimits().keySet().containsAll(RESOURCES);
    }

    private static boolean isNonRoot(Workload workload) {
        PodSecurityContext pod = workload.pod().getSecurityContext();
        return Boolean.TRUE.equals(pod.getRunAsNonRoot()) && pod.getRunAsUser() != null && pod.getRunAsUser() > 0;
    }

    private static boolean hasSeccompProfile(Workload workload) {
        var profile = workload.pod().getSecurityContext().getSeccompProfile();
        return profile != null && profile.getType().equals("RuntimeDefault");
    }

    private static boolean isUnprivileged(Container container) {
        SecurityContext context = container.getSecurityContext();
        return Boolean.FALSE.equals(context.getAllowPrivilegeEscalation())
                && !Boolean.TRUE.equals(context.getPrivileged())
                && context.getCapabilities().getDrop().equals(List.of("ALL"))
                && context.getCapabilities().getAdd().isEmpty();
    }

    private static boolean isReadOnly(Container container) {
        return Boolean.TRUE.equals(container.getSecurityContext().getReadOnlyRootFilesystem());
    }

    private static boolean hasFixedImage(Container container) {
        String image = container.getImage();
        String name = image.substring(image.lastIndexOf('/') + 1);
        return name.contains("@sha256:") || (name.contains(":") && !name.endsWith(":latest"));
    }

    private static boolean hasNoToken(Workload workload) {
        return Boolean.FALSE.equals(workload.pod().getAutomountServiceAccountToken());
    }

    private static boolean hasNoServiceLinks(Workload workload) {
        return Boolean.FALSE.equals(workload.pod().getEnableServiceLinks());
    }

    /**
     * A new pod is ready before an old one is stopped. The old one serves requests until proxies have closed their
     * connections, then shuts down, and is killed only after that.
     */
    private static boolean updatesWithoutInterruption(Workload workload) {
        if (!(workload.owner() instanceof Deployment deployment)) {
            return true;
        }
        var strategy = deployment.getSpec().getStrategy();
        var lifecycle = workload.container().getLifecycle();
        if (strategy == null
                || !Objects.equals(
                        strategy.getRollingUpdate().getMaxUnavailable().getIntVal(), 0)
                || lifecycle == null) {
            return false;
        }
        long preStop = lifecycle.getPreStop().getSleep().getSeconds();
        boolean service = Services.ALL.contains(workload.name());
        long drain = service ? drainSeconds(workload) : 0;
        long phases = service ? SHUTDOWN_PHASES_SECONDS : 0;
        return preStop >= 5
                && (!service || drain > KEEP_ALIVE_SECONDS)
                && workload.pod().getTerminationGracePeriodSeconds() > preStop + drain + phases;
    }

    /** Returns how long a service keeps serving requests after preStop, before its shutdown phases. */
    private static long drainSeconds(Workload workload) {
        return workload.container().getEnv().stream()
                .filter(variable -> variable.getName().equals("SHUTDOWN_DRAIN"))
                .mapToLong(variable -> Duration.parse(variable.getValue()).toSeconds())
                .sum();
    }

    private static boolean isSpread(Workload workload) {
        return !(workload.owner() instanceof Deployment)
                || workload.pod().getTopologySpreadConstraints().stream()
                        .anyMatch(spread -> spread.getTopologyKey().equals("kubernetes.io/hostname"));
    }
}
