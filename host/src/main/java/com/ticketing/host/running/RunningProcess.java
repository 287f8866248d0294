package com.ticketing.host.running;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.ticketing.host.process.ManagedProcess;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A process of a running suite. Only services have the last three values.
 *
 * @param pid 0 while the process is being restarted
 * @param management the address of its actuator endpoints
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RunningProcess(
        String name,
        long pid,
        @Nullable String service,
        @Nullable Integer port,
        @Nullable String management) {

    public static RunningProcess of(ManagedProcess process) {
        return new RunningProcess(process.name(), process.pid(), null, null, null);
    }

    /** Returns the address of a service's API, past the gateway. */
    @JsonIgnore
    public String url() {
        return "http://127.0.0.1:" + Objects.requireNonNull(port);
    }
}
