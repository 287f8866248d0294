package com.ticketing.host.process;

import com.ticketing.host.settings.DataFolder;
import com.ticketing.host.settings.Settings;
import java.util.List;

/** The parts that this module brings itself run from its own jar, each in a process of its own. */
public final class JavaCommand {

    private JavaCommand() {}

    /** A program of another module, which is on this one's class path. */
    public static List<String> command(Settings settings, DataFolder data, String maxHeap, String mainClass) {
        return List.of(
                settings.java().toString(),
                maxHeap,
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:-UsePerfData",
                "-Djava.io.tmpdir=" + data.temporary(),
                "-cp",
                settings.ownJar().toString(),
                mainClass);
    }
}
