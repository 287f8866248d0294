package com.ticketing.infra;

import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.Gateway;
import io.fabric8.kubernetes.api.model.gatewayapi.v1.HTTPRoute;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import io.fabric8.kubernetes.api.model.networking.v1.IngressRule;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Additional rules for the production overlay. */
final class ProductionRules {

    /** Browsers drop Secure cookies from plain HTTP, so every sign-in would fail. */
    static final Rule TLS =
            new Rule("every route uses TLS, unless cookies are not Secure", ProductionRules::routesWithoutTls);

    static final List<Rule> ALL = List.of(
            TLS,
            new Rule(
                    "every Deployment has at least two pods and scales by CPU load",
                    ProductionRules::deploymentsWithoutAutoscaler),
            new Rule(
                    "the start of a JVM does not look like load to the autoscaler",
                    ProductionRules::autoscalersThatFollowAStart),
            new Rule(
                    "a drain evicts one pod of a Deployment at a time",
                    ProductionRules::deploymentsWithoutDisruptionBudget),
            new Rule(
                    "every route uses HTTPS with a certificate from cert-manager",
                    ProductionRules::ingressesWithoutTls),
            new Rule("cookies are Secure", ProductionRules::insecureCookies),
            new Rule("the suite's images are those of this version's release", ProductionRules::imagesOfOtherVersions));

    /** Longer than a new JVM is busy with starting and compiling, on a node with one free core. */
    private static final int START_SECONDS = 120;

    private static final Pattern VERSION = Pattern.compile("<revision>(.*?)(-SNAPSHOT)?</revision>");

    private ProductionRules() {}

    private static List<String> deploymentsWithoutAutoscaler(Manifests manifests) {
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

    private static List<String> autoscalersThatFollowAStart(Manifests manifests) {
        return manifests.all(HorizontalPodAutoscaler.class).stream()
                .filter(autoscaler -> {
                    var behavior = autoscaler.getSpec().getBehavior();
                    return behavior == null
                            || behavior.getScaleUp().getStabilizationWindowSeconds() == null
                            || behavior.getScaleUp().getStabilizationWindowSeconds() < START_SECONDS;
                })
                .map(autoscaler -> autoscaler.getMetadata().getName())
                .toList();
    }

    private static List<String> deploymentsWithoutDisruptionBudget(Manifests manifests) {
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

    /** A replica count in the manifest is a violation too: each deployment would undo the autoscaler's count. */
    private static List<String> deploymentsWithout(Manifests manifests, Predicate<String> condition) {
        return manifests.all(Deployment.class).stream()
                .filter(deployment -> deployment.getSpec().getReplicas() != null
                        || !condition.test(deployment.getMetadata().getName()))
                .map(deployment -> deployment.getMetadata().getName())
                .toList();
    }

    private static List<String> ingressesWithoutTls(Manifests manifests) {
        return manifests.all(Ingress.class).stream()
                .filter(ingress -> ingress.getSpec().getTls().isEmpty()
                        || !ingress.getSpec().getTls().getFirst().getHosts().equals(hosts(ingress))
                        || !ingress.getMetadata().getAnnotations().containsKey("cert-manager.io/cluster-issuer"))
                .map(ingress -> ingress.getMetadata().getName())
                .toList();
    }

    private static List<String> routesWithoutTls(Manifests manifests) {
        boolean secureCookies = manifests
                .workload("auth")
                .variable("AUTH_SECURE_COOKIES")
                .filter(variable -> "false".equals(variable.getValue()))
                .isEmpty();
        Stream<String> ingresses = manifests.all(Ingress.class).stream()
                .filter(ingress -> ingress.getSpec().getTls().isEmpty())
                .map(HasMetadata::getFullResourceName);
        Stream<String> httpRoutes = manifests.all(HTTPRoute.class).stream()
                .filter(route -> route.getSpec().getRules().stream()
                        .anyMatch(rule -> !rule.getBackendRefs().isEmpty()))
                .filter(route -> !tlsListeners(manifests).containsAll(parents(route)))
                .map(HasMetadata::getFullResourceName);
        return secureCookies ? Stream.concat(ingresses, httpRoutes).toList() : List.of();
    }

    /** A parent without a section is every listener of the Gateway, also those without TLS. */
    private static List<String> parents(HTTPRoute route) {
        return route.getSpec().getParentRefs().stream()
                .map(parent -> parent.getName() + "/" + parent.getSectionName())
                .toList();
    }

    private static List<String> tlsListeners(Manifests manifests) {
        return manifests.all(Gateway.class).stream()
                .flatMap(gateway -> gateway.getSpec().getListeners().stream()
                        .filter(listener -> listener.getProtocol().equals("HTTPS")
                                && listener.getTls() != null
                                && !listener.getTls().getCertificateRefs().isEmpty())
                        .map(listener -> gateway.getMetadata().getName() + "/" + listener.getName()))
                .toList();
    }

    private static List<String> hosts(Ingress ingress) {
        return ingress.getSpec().getRules().stream()
                .map(IngressRule::getHost)
                .distinct()
                .toList();
    }

    private static List<String> insecureCookies(Manifests manifests) {
        return manifests.workload("auth").variable("AUTH_SECURE_COOKIES").stream()
                .map(Object::toString)
                .toList();
    }

    /** The manifests set what only this version's services have. */
    private static List<String> imagesOfOtherVersions(Manifests manifests) {
        Matcher version = VERSION.matcher(Checkout.read("pom.xml"));
        if (!version.find()) {
            throw new IllegalStateException("pom.xml has no revision");
        }
        return manifests.workloads().stream()
                .map(workload -> workload.container().getImage())
                .filter(image -> image.startsWith("ticketing/") && !image.endsWith(":" + version.group(1)))
                .toList();
    }
}
