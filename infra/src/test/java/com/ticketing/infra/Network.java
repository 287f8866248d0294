package com.ticketing.infra;

import io.fabric8.kubernetes.api.model.LabelSelector;
import io.fabric8.kubernetes.api.model.networking.v1.IPBlock;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyPeer;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyPort;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.util.matcher.IpAddressMatcher;

/** Evaluates NetworkPolicies: a pod that a policy selects has only the connections that its policies allow. */
record Network(List<NetworkPolicy> policies) {

    /** Returns the allowed connections from or to the suite's pods, as {@code from -> to:port}. */
    SortedSet<String> connections(List<Endpoint> endpoints) {
        SortedSet<String> connections = new TreeSet<>();
        for (Endpoint from : endpoints) {
            for (Endpoint to : endpoints) {
                if (!from.equals(to) && (from.isSuitePod() || to.isSuitePod())) {
                    to.ports().stream()
                            .filter(port -> allows(from, to, port.getContainerPort()))
                            .forEach(port ->
                                    connections.add(from.name() + " -> " + to.name() + ":" + port.getContainerPort()));
                }
            }
        }
        return connections;
    }

    private boolean allows(Endpoint from, Endpoint to, int port) {
        return allowsEgress(from, to, port) && allowsIngress(to, from, port);
    }

    private boolean allowsEgress(Endpoint from, Endpoint to, int port) {
        List<NetworkPolicy> own = policiesFor(from, "Egress");
        return own.isEmpty()
                || own.stream()
                        .flatMap(policy -> policy.getSpec().getEgress().stream())
                        .anyMatch(rule -> matchesAny(rule.getTo(), to) && matchesPort(rule.getPorts(), to, port));
    }

    private boolean allowsIngress(Endpoint to, Endpoint from, int port) {
        List<NetworkPolicy> own = policiesFor(to, "Ingress");
        return own.isEmpty()
                || own.stream()
                        .flatMap(policy -> policy.getSpec().getIngress().stream())
                        .anyMatch(rule -> matchesAny(rule.getFrom(), from) && matchesPort(rule.getPorts(), to, port));
    }

    private List<NetworkPolicy> policiesFor(Endpoint endpoint, String direction) {
        return policies.stream()
                .filter(policy -> endpoint.isSuitePod())
                .filter(policy -> policy.getSpec().getPolicyTypes().contains(direction))
                .filter(policy -> matches(policy.getSpec().getPodSelector(), endpoint.labels()))
                .toList();
    }

    private static boolean matchesAny(List<NetworkPolicyPeer> allowed, Endpoint endpoint) {
        return allowed.isEmpty() || allowed.stream().anyMatch(one -> matches(one, endpoint));
    }

    private static boolean matches(NetworkPolicyPeer allowed, Endpoint endpoint) {
        IPBlock block = allowed.getIpBlock();
        if (block != null) {
            return isIn(block.getCidr(), endpoint)
                    && block.getExcept().stream().noneMatch(except -> isIn(except, endpoint));
        }
        LabelSelector namespace = allowed.getNamespaceSelector();
        boolean namespaceMatches = namespace == null
                ? endpoint.isSuitePod()
                : !endpoint.namespace().isEmpty() && matches(namespace, endpoint.namespaceLabels());
        return namespaceMatches && matches(allowed.getPodSelector(), endpoint.labels());
    }

    private static boolean isIn(String cidr, Endpoint endpoint) {
        // IpAddressMatcher does not specify how it compares IPv4 with IPv6.
        return cidr.contains(":") == endpoint.address().contains(":")
                && new IpAddressMatcher(cidr).matches(endpoint.address());
    }

    private static boolean matches(@Nullable LabelSelector selector, Map<String, String> labels) {
        return selector == null
                || (labels.entrySet().containsAll(selector.getMatchLabels().entrySet())
                        && selector.getMatchExpressions().stream()
                                .allMatch(expression -> switch (expression.getOperator()) {
                                    case "In" ->
                                        expression.getValues().contains(labels.getOrDefault(expression.getKey(), ""));
                                    default ->
                                        throw new IllegalArgumentException(
                                                "Unsupported operator: " + expression.getOperator());
                                }));
    }

    private static boolean matchesPort(List<NetworkPolicyPort> allowed, Endpoint to, int port) {
        return allowed.isEmpty()
                || allowed.stream()
                        .filter(one -> one.getPort() != null)
                        .anyMatch(one -> one.getPort().getIntVal() != null
                                ? one.getPort().getIntVal() == port
                                : to.portNamed(one.getPort().getStrVal()).stream()
                                        .anyMatch(named -> named == port));
    }
}
