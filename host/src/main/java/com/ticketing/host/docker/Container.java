package com.ticketing.host.docker;

import com.ticketing.host.process.ManagedProcess;
import com.ticketing.host.process.ProcessCommand;
import com.ticketing.host.process.ProcessSupervisor;
import com.ticketing.host.settings.Settings;
import java.util.ArrayList;
import java.util.List;

/**
 * A container whose docker client is the managed process: it ends with the client.
 *
 * @param options the options of {@code docker run}
 * @param arguments the arguments of the program in the container
 */
public record Container(String name, String image, List<String> options, List<String> arguments) {

    /** A killed client leaves its container behind, with the name that the next one needs. */
    private static final String REPLACE_AND_RUN = "docker rm -f \"$1\" >/dev/null 2>&1; shift; exec docker run \"$@\"";

    public ManagedProcess start(String process, Settings settings, ProcessSupervisor supervisor) {
        return start(process, settings, supervisor, () -> {});
    }

    /** Starts the container and calls the preparation before each start. */
    public ManagedProcess start(String process, Settings settings, ProcessSupervisor supervisor, Runnable preparation) {
        List<String> line =
                new ArrayList<>(List.of("/bin/sh", "-c", REPLACE_AND_RUN, "sh", name, "--rm", "--name", name));
        line.addAll(List.of("--user", userAndGroup()));
        line.addAll(options);
        line.add(image);
        line.addAll(arguments);
        supervisor.reaper().watch(name);
        return supervisor.start(process, () -> {
            preparation.run();
            return new ProcessCommand(line, settings.environment());
        });
    }

    /** Files in the data folder then belong to the user who started the suite. */
    private static String userAndGroup() {
        var system = new com.sun.security.auth.module.UnixSystem();
        return system.getUid() + ":" + system.getGid();
    }
}
