package com.ticketing.host.gateway;

import static java.util.Comparator.comparing;

import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.jetty.util.Promise;
import org.eclipse.jetty.util.SocketAddressResolver;

/**
 * Balances requests over a service's replicas, round robin. Each replica has a host name with its port
 * ({@code tickets-20011}), which resolves to that replica first and then to the others. The HTTP client connects to the
 * first one that accepts, so a replica is skipped only before any byte of the request is sent. The client keeps idle
 * connections by host name, so a replica that is removed receives no further request.
 */
final class Replicas implements SocketAddressResolver {

    private volatile Map<String, List<InetSocketAddress>> services = Map.of();
    private final Map<String, AtomicInteger> turns = new ConcurrentHashMap<>();

    void use(Map<String, List<InetSocketAddress>> replicas) {
        services = Map.copyOf(replicas);
    }

    String nextHost(String service) {
        List<InetSocketAddress> addresses = addresses(service);
        int turn = turns.computeIfAbsent(service, name -> new AtomicInteger()).getAndIncrement();
        int port = addresses.isEmpty()
                ? 0
                : addresses.get(Math.floorMod(turn, addresses.size())).getPort();
        return service + "-" + port;
    }

    @Override
    public void resolve(String host, int port, Map<String, Object> context, Promise<List<InetSocketAddress>> promise) {
        int dash = host.lastIndexOf('-');
        List<InetSocketAddress> addresses = new ArrayList<>(addresses(host.substring(0, dash)));
        if (addresses.isEmpty()) {
            promise.failed(new UnknownHostException(host));
            return;
        }
        int first = Integer.parseInt(host.substring(dash + 1));
        addresses.sort(comparing(address -> address.getPort() != first));
        promise.succeeded(addresses);
    }

    private List<InetSocketAddress> addresses(String service) {
        return services.getOrDefault(service, List.of());
    }
}
