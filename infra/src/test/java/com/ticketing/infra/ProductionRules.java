package com.ticketing.infra;

import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;

/** What must be true of the production overlay besides. */
final class ProductionRules {

    static final List<Rule> ALL = List.of(
            new Rule("every Deployment has two pods or more, and more under load", ProductionRules::unscaled),
            new Rule("a drained node takes one pod of a Deployment at a time", ProductionRules::undrained),
            new Rule("every route is https with a certificate of cert-manager's", ProductionRules::plain),
            new Rule("secure cookies are not turned off", ProductionRules::insecureCookies));

    private ProductionRules() {}

    private static List<String> unscaled(Manifests manifests) {
        return deploymentsWithout(
                manifests,
                name -> manifests.all(HorizontalPodAutoscaler.class).stream()
                        .map(HorizontalPodAutoscaler::getSpec)
                        .anyMatch(spec -> spec.getScaleTargetRef().getName().equals(name)
                                && spec.getMinReplicas() >= 2
                                && spec.getMaxReplicas() > spec.getMinReplicas()
                                && spec.getMetrics()
                                        .getFirst()
                                        .getResource()
                                        .getName()
                                        .equals("cpu")));
    }

    private static List<String> undrained(Manifests manifests) {
        return deploymentsWithout(
                manifests,
                name -> manifests.all(PodDisruptionBudget.class).stream()
                        .map(PodDisruptionBudget::getSpec)
                        .anyMatch(spec -> manifests
                                        .workload(name)
                                        .podLabels()
                                        .entrySet()
                                        .containsAll(spec.getSelector()
                                                .getMatchLabels()
                                                .entrySet())
                                && Objects.equals(spec.getMaxUnavailable().getIntVal(), 1)));
    }

    /** A number of replicas in the manifest would undo the autoscaler's at each deploy. */
    private static List<String> deploymentsWithout(Manifests manifests, Predicate<String> has) {
        return manifests.all(Deployment.class).stream()
                .filter(deployment -> deployment.getSpec().getReplicas() != null
                        || !has.test(deployment.getMetadata().getName()))
                .map(deployment -> deployment.getMetadata().getName())
                .toList();
    }

    private static List<String> plain(Manifests manifests) {
        return manifests.all(Ingress.class).stream()
                .filter(ingress -> ingress.getSpec().getTls().isEmpty()
                        || !ingress.getSpec().getTls().getFirst().getHosts().equals(hosts(ingress))
                        || !ingress.getMetadata().getAnnotations().containsKey("cert-manager.io/cluster-issuer"))
                .map(ingress -> ingress.getMetadata().getName())
                .toList();
    }

    private static List<String> hosts(Ingress ingress) {
        return ingress.getSpec().getRules().stream()
                .map(rule -> rule.getHost())
                .distinct()
                .toList();
    }

    private static List<String> insecureCookies(Manifests manifests) {
        return manifests.workload("auth").variable("AUTH_SECURE_COOKIES").stream()
                .map(Object::toString)
                .toList();
    }
}
