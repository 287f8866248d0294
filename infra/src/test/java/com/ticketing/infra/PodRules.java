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

/** What must be true of every pod. */
final class PodRules {

    static final List<Rule> ALL = List.of(
            Rule.ofPods("has all three probes", PodRules::isProbed),
            Rule.ofPods("asks actuator's own groups, if it is a service", PodRules::asksActuator),
            ofContainers("requests and limits CPU and memory", PodRules::isSized),
            Rule.ofPods("runs as somebody who is not root", PodRules::isNobody),
            Rule.ofPods("has a seccomp profile", PodRules::hasSeccomp),
            ofContainers("has no capabilities and can gain nothing", PodRules::isPowerless),
            ofContainers("has a read-only root file system", PodRules::isReadOnly),
            ofContainers("has an image with a tag that is not latest", PodRules::isPinned),
            Rule.ofPods("has no token", PodRules::hasNoToken),
            Rule.ofPods("is not told of Services by variables", PodRules::hasNoLinks),
            Rule.ofPods("is replaced before it goes", PodRules::isRolled),
            Rule.ofPods("is spread over the nodes", PodRules::isSpread));

    private static final Set<String> SIZES = Set.of("cpu", "memory");

    /** Spring's phase for requests in hand, and its phase for messages; see ticketing-defaults.yaml. */
    private static final long DRAIN_SECONDS = 2 * 20;

    /** How long nginx keeps a connection to a pod that it does not use ({@code keepalive_timeout} of an upstream). */
    private static final long IDLE_SECONDS = 60;

    private PodRules() {}

    private static Rule ofContainers(String sentence, Predicate<Container> rule) {
        return Rule.ofPods(sentence, workload -> workload.containers().stream().allMatch(rule));
    }

    private static boolean isProbed(Workload workload) {
        Container container = workload.container();
        return workload.owner() instanceof Job
                || (container.getStartupProbe() != null
                        && container.getReadinessProbe() != null
                        && container.getLivenessProbe() != null);
    }

    private static boolean asksActuator(Workload workload) {
        Container container = workload.container();
        return !Services.ALL.contains(workload.name())
                || (asks(container.getStartupProbe(), "liveness")
                        && asks(container.getLivenessProbe(), "liveness")
                        && asks(container.getReadinessProbe(), "readiness"));
    }

    private static boolean asks(Probe probe, String group) {
        return probe.getHttpGet() != null
                && probe.getHttpGet().getPath().equals("/actuator/health/" + group)
                && Objects.equals(probe.getHttpGet().getPort().getStrVal(), "management");
    }

    private static boolean isSized(Container container) {
        var resources = container.getResources();
        return resources != null
                && resources.getRequests().keySet().containsAll(SIZES)
                && resources.getLimits().keySet().containsAll(SIZES);
    }

    private static boolean isNobody(Workload workload) {
        PodSecurityContext pod = workload.pod().getSecurityContext();
        return Boolean.TRUE.equals(pod.getRunAsNonRoot()) && pod.getRunAsUser() != null && pod.getRunAsUser() > 0;
    }

    private static boolean hasSeccomp(Workload workload) {
        var profile = workload.pod().getSecurityContext().getSeccompProfile();
        return profile != null && profile.getType().equals("RuntimeDefault");
    }

    private static boolean isPowerless(Container container) {
        SecurityContext context = container.getSecurityContext();
        return Boolean.FALSE.equals(context.getAllowPrivilegeEscalation())
                && !Boolean.TRUE.equals(context.getPrivileged())
                && context.getCapabilities().getDrop().equals(List.of("ALL"))
                && context.getCapabilities().getAdd().isEmpty();
    }

    private static boolean isReadOnly(Container container) {
        return Boolean.TRUE.equals(container.getSecurityContext().getReadOnlyRootFilesystem());
    }

    private static boolean isPinned(Container container) {
        String image = container.getImage();
        String name = image.substring(image.lastIndexOf('/') + 1);
        return name.contains("@sha256:") || (name.contains(":") && !name.endsWith(":latest"));
    }

    private static boolean hasNoToken(Workload workload) {
        return Boolean.FALSE.equals(workload.pod().getAutomountServiceAccountToken());
    }

    private static boolean hasNoLinks(Workload workload) {
        return Boolean.FALSE.equals(workload.pod().getEnableServiceLinks());
    }

    /** A new pod is ready before an old one ends, and that one first takes requests on, then drains, then is killed. */
    private static boolean isRolled(Workload workload) {
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
        long pause = lifecycle.getPreStop().getSleep().getSeconds();
        boolean service = Services.ALL.contains(workload.name());
        long farewell = service ? farewell(workload) : 0;
        long drain = service ? DRAIN_SECONDS : 0;
        return pause >= 5
                && (!service || farewell > IDLE_SECONDS)
                && workload.pod().getTerminationGracePeriodSeconds() > pause + farewell + drain;
    }

    /** How long a service still answers before it begins to drain. */
    private static long farewell(Workload workload) {
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
