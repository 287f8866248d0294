package com.ticketing.host.process;

import com.ticketing.host.settings.DataFolder;
import com.ticketing.host.settings.Settings;
import java.util.ArrayList;
import java.util.List;

/** Command lines of small Java programs on the host's own class path, each run in its own process. */
public final class JavaCommand {

    private JavaCommand() {}

    /**
     * Returns the command line.
     *
     * @param jvmOptions of this program, in addition to those of all programs
     */
    public static List<String> line(
            Settings settings, DataFolder data, List<String> jvmOptions, Class<?> program, List<String> arguments) {
        List<String> line = new ArrayList<>(List.of(settings.java().toString()));
        line.addAll(jvmOptions);
        line.addAll(List.of(
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:-UsePerfData",
                "-Djava.io.tmpdir=" + data.temporary(),
                "-cp",
                settings.hostJar().toString(),
                program.getName()));
        line.addAll(arguments);
        return line;
    }
}
