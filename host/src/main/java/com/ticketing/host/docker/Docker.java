package com.ticketing.host.docker;

import com.ticketing.host.settings.DataFolder;
import com.ticketing.host.settings.UsageException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.zip.CRC32;

/** The engine that the docker command uses. */
public final class Docker {

    private static final long ANSWER_SECONDS = 10;

    private Docker() {}

    public static boolean isAvailable() {
        return succeeds("docker", "version", "--format", "{{.Server.Version}}");
    }

    public static boolean hasImage(String image) {
        return succeeds("docker", "image", "inspect", image);
    }

    /**
     * Checks that an engine is available.
     *
     * @param option the option that needs it, for the message
     */
    public static void requireEngine(String option) {
        if (!isAvailable()) {
            throw new UsageException(option + " needs a Docker engine, and none responds to docker version");
        }
    }

    /** Returns a container's name, which is the same at each start on the data folder: leftovers are replaced. */
    public static String containerName(DataFolder data, String process) {
        CRC32 sum = new CRC32();
        sum.update(data.path().toString().getBytes(StandardCharsets.UTF_8));
        return "ticketing-" + HexFormat.of().toHexDigits((int) sum.getValue()) + "-" + process;
    }

    private static boolean succeeds(String... command) {
        try {
            Process process = new ProcessBuilder(List.of(command))
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            if (!process.waitFor(ANSWER_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                return false;
            }
            return process.exitValue() == 0;
        } catch (IOException notInstalled) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
