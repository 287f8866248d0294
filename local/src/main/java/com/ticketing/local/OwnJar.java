package com.ticketing.local;

import java.util.List;

/** The parts that this module brings itself run from its own jar, each in a process of its own. */
final class OwnJar {

    private OwnJar() {}

    static List<String> command(Settings settings, DataFolder data, String maxHeap) {
        return command(settings, data, maxHeap, Main.class.getName());
    }

    /** A program of another module, which is on this one's class path. */
    static List<String> command(Settings settings, DataFolder data, String maxHeap, String mainClass) {
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
