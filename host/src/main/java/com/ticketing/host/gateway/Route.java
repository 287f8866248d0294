package com.ticketing.host.gateway;

/** A path of an Ingress, with the semantics of Kubernetes' {@code Exact} and {@code Prefix}. */
record Route(String path, boolean exact, String service) {

    Route {
        if (!path.startsWith("/")) {
            throw new IllegalArgumentException("An Ingress path must begin with '/': " + path);
        }
    }

    /**
     * A prefix matches whole path elements: {@code /api/users} matches {@code /api/users/1}, not {@code /api/users2}.
     */
    boolean matches(String requestPath) {
        if (exact) {
            return requestPath.equals(path);
        }
        String prefix = path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
        return requestPath.equals(prefix) || requestPath.startsWith(prefix + "/");
    }
}
