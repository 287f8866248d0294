package com.ticketing.acceptance.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests that the released version and this one run together: no request fails and every invariant holds. */
class UpgradeIT {

    private static final String SEED = "20261126";

    /** Each leads to 10 replacements of replicas; the beginning of another upgrade, to 5. */
    private static final int REPLACED = Integer.getInteger("upgrade.replaced", 1);

    /** Their requests take CPU time, which the starts of replicas need. */
    private static final int USERS = Integer.getInteger("upgrade.users", 2);

    private static final Pattern REQUESTS = Pattern.compile("(\\d+) requests, 0 failures");

    /** Far fewer than two users make while so many replicas start. */
    private static final int FEWEST_REQUESTS = 300;

    /** Only a failure takes so long: the first run on a machine also builds the released version. */
    private static final int ENDS_WITHIN_MINUTES = 45;

    /** Settings that only this version has. The released version must start with them. */
    private static final Map<String, String> NEW_SETTINGS = Map.of(
            "ORDERS_GRACE", "PT5S",
            "ORDERS_SWEEP_INTERVAL", "PT2S",
            "MONGODB_TIMEOUT", "PT15S",
            "AUTH_SESSIONS_MAX_PER_ACCOUNT", "50",
            "MESSAGING_DEAD_LETTER_RETENTION", "P90D",
            "OUTBOX_REPUBLISH_RATE", "200");

    @Test
    void noRequestFailsDuringAnUpgradeAndItsRollback(@TempDir Path folder) throws Exception {
        Path output = folder.resolve("upgrade.log");
        List<String> command = List.of(
                UpProcess.CHECKOUT.resolve("suite").toString(),
                "upgrade",
                "--seconds",
                "4",
                "--replaced",
                Integer.toString(REPLACED),
                "--users",
                Integer.toString(USERS),
                "--seed",
                SEED,
                "--data",
                folder.resolve("upgrade").toString());
        ProcessBuilder upgrade =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
        // Without the option of UpProcess, so also without trained caches, because the released version uses outdated
        // protobuf classes.
        upgrade.environment().putAll(NEW_SETTINGS);
        Process running = upgrade.start();
        try {
            boolean ended = running.waitFor(ENDS_WITHIN_MINUTES, TimeUnit.MINUTES);
            System.out.print(read(output));
            assertThat(ended).as(() -> read(output)).isTrue();
        } finally {
            running.destroy();
        }
        assertThat(running.exitValue()).as(() -> read(output)).isZero();
        assertThat(output).content().contains(REPLACED * 10 + 5 + " replicas replaced");
        Matcher requests = REQUESTS.matcher(read(output));
        assertThat(requests.find()).isTrue();
        assertThat(Integer.parseInt(requests.group(1))).isGreaterThan(FEWEST_REQUESTS);
    }

    private static String read(Path output) {
        try {
            return Files.readString(output);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
