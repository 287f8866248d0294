package com.ticketing.infra;

import io.fabric8.kubernetes.api.model.LabelSelector;
import io.fabric8.kubernetes.api.model.networking.v1.IPBlock;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyPeer;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyPort;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.util.matcher.IpAddressMatcher;

/** Who may connect to whom, as NetworkPolicies are meant: what selects a pod closes it but for what it opens. */
record Network(List<NetworkPolicy> policies) {

    /** Every possible connection, as {@code from -> to:port}. */
    SortedSet<String> arrows(List<Peer> peers) {
        SortedSet<String> arrows = new TreeSet<>();
        for (Peer from : peers) {
            for (Peer to : peers) {
                if (!from.equals(to) && (from.isOurs() || to.isOurs())) {
                    to.ports().stream()
                            .filter(port -> allows(from, to, port.getContainerPort()))
                            .forEach(port ->
                                    arrows.add(from.name() + " -> " + to.name() + ":" + port.getContainerPort()));
                }
            }
        }
        return arrows;
    }

    private boolean allows(Peer from, Peer to, int port) {
        return maySend(from, to, port) && mayReceive(to, from, port);
    }

    private boolean maySend(Peer from, Peer to, int port) {
        List<NetworkPolicy> own = selecting(from, "Egress");
        return own.isEmpty()
                || own.stream()
                        .flatMap(policy -> policy.getSpec().getEgress().stream())
                        .anyMatch(rule -> matchesAny(rule.getTo(), to) && matchesPort(rule.getPorts(), to, port));
    }

    private boolean mayReceive(Peer to, Peer from, int port) {
        List<NetworkPolicy> own = selecting(to, "Ingress");
        return own.isEmpty()
                || own.stream()
                        .flatMap(policy -> policy.getSpec().getIngress().stream())
                        .anyMatch(rule -> matchesAny(rule.getFrom(), from) && matchesPort(rule.getPorts(), to, port));
    }

    private List<NetworkPolicy> selecting(Peer peer, String direction) {
        List<NetworkPolicy> selecting = new ArrayList<>();
        if (peer.isOurs()) {
            policies.stream()
                    .filter(policy -> policy.getSpec().getPolicyTypes().contains(direction))
                    .filter(policy -> matches(policy.getSpec().getPodSelector(), peer.labels()))
                    .forEach(selecting::add);
        }
        return selecting;
    }

    private static boolean matchesAny(List<NetworkPolicyPeer> allowed, Peer peer) {
        return allowed.isEmpty() || allowed.stream().anyMatch(one -> matches(one, peer));
    }

    private static boolean matches(NetworkPolicyPeer allowed, Peer peer) {
        IPBlock block = allowed.getIpBlock();
        if (block != null) {
            return isIn(block.getCidr(), peer) && block.getExcept().stream().noneMatch(except -> isIn(except, peer));
        }
        LabelSelector namespace = allowed.getNamespaceSelector();
        boolean there = namespace == null
                ? peer.isOurs()
                : !peer.namespace().isEmpty() && matches(namespace, peer.namespaceLabels());
        return there && matches(allowed.getPodSelector(), peer.labels());
    }

    private static boolean isIn(String network, Peer peer) {
        // not every matcher compares addresses of different families
        return network.contains(":") == peer.address().contains(":")
                && new IpAddressMatcher(network).matches(peer.address());
    }

    private static boolean matches(@Nullable LabelSelector selector, Map<String, String> labels) {
        return selector == null
                || (labels.entrySet().containsAll(selector.getMatchLabels().entrySet())
                        && selector.getMatchExpressions().stream()
                                .allMatch(expression -> switch (expression.getOperator()) {
                                    case "In" ->
                                        expression.getValues().contains(labels.getOrDefault(expression.getKey(), ""));
                                    default ->
                                        throw new IllegalArgumentException("Unknown here: " + expression.getOperator());
                                }));
    }

    private static boolean matchesPort(List<NetworkPolicyPort> allowed, Peer to, int port) {
        return allowed.isEmpty()
                || allowed.stream()
                        .filter(one -> one.getPort() != null)
                        .anyMatch(one -> one.getPort().getIntVal() != null
                                ? one.getPort().getIntVal() == port
                                : to.portNamed(one.getPort().getStrVal()).stream()
                                        .anyMatch(named -> named == port));
    }
}
