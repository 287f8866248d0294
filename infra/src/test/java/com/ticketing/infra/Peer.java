package com.ticketing.infra;

import io.fabric8.kubernetes.api.model.ContainerPort;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One end of a connection.
 *
 * @param namespace empty for what is no pod
 * @param address of what is no pod; for pods one of a private network
 */
record Peer(String name, String namespace, Map<String, String> labels, String address, List<ContainerPort> ports) {

    static final String OURS = "ticketing";

    private static final String POD_ADDRESS = "10.1.2.3";

    static Peer of(Workload workload) {
        return new Peer(
                workload.name(),
                OURS,
                workload.podLabels(),
                POD_ADDRESS,
                workload.container().getPorts());
    }

    static Peer pod(String name, String namespace, Map<String, String> labels, List<ContainerPort> ports) {
        return new Peer(name, namespace, labels, POD_ADDRESS, ports);
    }

    static Peer host(String name, String address, List<ContainerPort> ports) {
        return new Peer(name, "", Map.of(), address, ports);
    }

    boolean isOurs() {
        return namespace.equals(OURS);
    }

    Optional<Integer> portNamed(String portName) {
        return ports.stream()
                .filter(port -> portName.equals(port.getName()))
                .map(ContainerPort::getContainerPort)
                .findFirst();
    }

    Map<String, String> namespaceLabels() {
        return Map.of("kubernetes.io/metadata.name", namespace);
    }
}
