package com.ticketing.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.ticketing.host.console.Console;
import com.ticketing.host.settings.DataFolder;
import com.ticketing.host.settings.Settings;
import com.ticketing.host.settings.UpOptions;
import com.ticketing.host.settings.UsageException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RollingSuiteTest {

    @TempDir
    Path folder;

    @Test
    void unlocksTheDataFolderIfTheBuildHasNoServices() {
        Path data = folder.resolve("data");
        UpOptions options = new UpOptions(0, data, 1, "embedded", false, false);
        Settings settings = new Settings(folder, folder.resolve("cache"), options, Map.of());
        Console console = Console.streaming(new PrintWriter(Writer.nullWriter()));

        assertThatThrownBy(() -> RollingSuite.start(settings, folder, console, Clock.systemUTC()))
                .isInstanceOf(UsageException.class);

        try (DataFolder again = DataFolder.open(data)) {
            assertThat(again.path()).isEqualTo(data);
        }
    }
}
