package com.ticketing.host.docker;

import com.ticketing.host.settings.DataFolder;
import com.ticketing.host.settings.UsageException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.zip.CRC32;

/** The engine that the docker command talks to. */
public final class Docker {

    private static final long ANSWER_SECONDS = 10;

    private Docker() {}

    public static boolean answers() {
        return succeeds("docker", "version", "--format", "{{.Server.Version}}");
    }

    public static boolean has(String image) {
        return succeeds("docker", "image", "inspect", image);
    }

    public static void requireEngine(String what) {
        if (!answers()) {
            throw new UsageException(what + " needs a Docker engine, and none answers (docker version)");
        }
    }

    /** The same for the same data folder, so that what a crash left behind is found again. */
    public static String name(DataFolder data, String part) {
        CRC32 sum = new CRC32();
        sum.update(data.path().toString().getBytes(StandardCharsets.UTF_8));
        return "ticketing-" + HexFormat.of().toHexDigits((int) sum.getValue()) + "-" + part;
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
