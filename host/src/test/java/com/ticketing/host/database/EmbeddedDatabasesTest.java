package com.ticketing.host.database;

import static org.assertj.core.api.Assertions.assertThat;

import com.ticketing.host.console.Console;
import com.ticketing.host.process.Ports;
import com.ticketing.host.process.ProcessSupervisor;
import com.ticketing.host.settings.DataFolder;
import com.ticketing.host.settings.Settings;
import com.ticketing.host.settings.UpOptions;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedDatabasesTest {

    @TempDir
    Path folder;

    /** The embedded MongoDB writes its state in a shutdown hook, which this option skips. */
    @Test
    void doesNotEndWithoutItsShutdownHook() {
        UpOptions options = new UpOptions(0, folder.resolve("data"), 1, "embedded", false, false);
        Settings settings = new Settings(folder, folder, options, Map.of());
        try (DataFolder data = DataFolder.open(options.data());
                Ports ports = new Ports(folder);
                ProcessSupervisor supervisor =
                        new ProcessSupervisor(Console.streaming(new PrintWriter(new StringWriter())), folder, false)) {
            EmbeddedDatabases databases = new EmbeddedDatabases(settings, data, supervisor, ports);

            assertThat(databases.line()).contains("-Xmx768m").doesNotContain("-XX:+ExitOnOutOfMemoryError");
        }
    }
}
