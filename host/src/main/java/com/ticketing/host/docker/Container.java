package com.ticketing.host.docker;

import com.ticketing.host.process.ManagedProcess;
import com.ticketing.host.process.ProcessCommand;
import com.ticketing.host.process.ProcessSupervisor;
import com.ticketing.host.settings.Settings;
import java.util.ArrayList;
import java.util.List;

/** A container that lives and dies with the docker client that is its part. */
public record Container(String name, String image, List<String> options, List<String> arguments) {

    /** A killed client leaves its container behind, under the name that the next one needs. */
    private static final String RUN = "docker rm -f \"$1\" >/dev/null 2>&1; shift; exec docker run \"$@\"";

    public ManagedProcess start(String partName, Settings settings, ProcessSupervisor supervisor) {
        List<String> line = new ArrayList<>(List.of("/bin/sh", "-c", RUN, "sh", name, "--rm", "--name", name));
        line.addAll(List.of("--user", userAndGroup()));
        line.addAll(options);
        line.add(image);
        line.addAll(arguments);
        supervisor.guard().watch(name);
        return supervisor.start(partName, () -> new ProcessCommand(line, settings.environment()));
    }

    /** So that the files in the data folder are those of the person who started it. */
    private static String userAndGroup() {
        var system = new com.sun.security.auth.module.UnixSystem();
        return system.getUid() + ":" + system.getGid();
    }
}
