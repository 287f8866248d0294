package com.ticketing.stripe;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.ticketing.testsupport.Api;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The stand-in as the packaged program. */
class MainIT {

    private static final String START_LINE = "Stripe stand-in listening on ";

    @TempDir
    private Path folder;

    @Test
    void keepsItsStateAfterAKill() throws Exception {
        Process first = start("--port", "0", "--data", folder.toString());
        Api api = api(first);
        String id = api.sendText(
                        "POST", "/v1/payment_intents", "application/x-www-form-urlencoded", "amount=1999&currency=usd")
                .expect(200)
                .json()
                .path("id")
                .asString();
        first.destroyForcibly().waitFor();

        Process second = start("--port", "0", "--data", folder.toString());

        api(second).get("/v1/payment_intents/" + id).expect(200);
        second.destroy();
        assertThat(second.waitFor(1, TimeUnit.MINUTES)).isTrue();
    }

    @Test
    void rejectsInvalidOptionsAndPrintsHelp() throws Exception {
        assertThat(errorOutput("--colour", "blue")).contains("Unknown option: --colour", "--port N");
        assertThat(errorOutput("--port")).contains("Every option needs a value");
        assertThat(errorOutput("--port", "many")).contains("Invalid port: many");
    }

    private static String errorOutput(String... options) throws Exception {
        Process process = start(options);
        String output = new String(process.getErrorStream().readAllBytes(), UTF_8);
        assertThat(process.waitFor()).isEqualTo(2);
        return output;
    }

    private static Process start(String... options) throws IOException {
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        List<String> command = new ArrayList<>(List.of(java.toString(), "-jar", "target/stripe-stand-in.jar"));
        command.addAll(List.of(options));
        return new ProcessBuilder(command).start();
    }

    private static Api api(Process process) throws IOException {
        String line = new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8)).readLine();
        assertThat(line).startsWith(START_LINE);
        return new Api(line.substring(START_LINE.length())).with("Authorization", "Bearer sk_test_x");
    }
}
