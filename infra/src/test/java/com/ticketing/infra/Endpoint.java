package com.ticketing.infra;

import io.fabric8.kubernetes.api.model.ContainerPort;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One end of a connection: a pod or an address outside the cluster.
 *
 * @param namespace the pod's namespace; empty outside the cluster
 */
record Endpoint(String name, String namespace, Map<String, String> labels, String address, List<ContainerPort> ports) {

    private static final String SUITE = "ticketing";

    private static final String POD_ADDRESS = "10.1.2.3";

    static Endpoint of(Workload workload) {
        return new Endpoint(
                workload.name(),
                SUITE,
                workload.podLabels(),
                POD_ADDRESS,
                workload.container().getPorts());
    }

    static Endpoint pod(String name, String namespace, Map<String, String> labels, List<ContainerPort> ports) {
        return new Endpoint(name, namespace, labels, POD_ADDRESS, ports);
    }

    static Endpoint external(String name, String address, List<ContainerPort> ports) {
        return new Endpoint(name, "", Map.of(), address, ports);
    }

    boolean isSuitePod() {
        return namespace.equals(SUITE);
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
