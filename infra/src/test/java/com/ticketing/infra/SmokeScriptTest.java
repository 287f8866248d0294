package com.ticketing.infra;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs {@code infra/k8s/smoke/run} with a kubectl that reports pods which cannot start. */
class SmokeScriptTest {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @Test
    void endsWithTheReasonsOfItsOwnPodsAtTheSecondFailureToPullAnImage() throws Exception {
        Path calls = folder.resolve("calls");
        Path kubectl = Files.writeString(folder.resolve("kubectl"), """
                #!/usr/bin/env bash
                echo "$*" >>"%s"
                case "$*" in
                *"get pods"*"-o name") echo pod/smoke-1 ;;
                *"get pods"*) echo 'ImagePullBackOff: Back-off pulling image "curl"' ;;
                *"get events"*)
                    echo 'pod/orders-1 FailedMount: secret "orders" not found'
                    echo 'pod/smoke-1 FailedMount: secret "smoke" not found'
                    ;;
                *" wait job/"*) exit 1 ;;
                esac
                """.formatted(calls));
        assertThat(kubectl.toFile().setExecutable(true)).isTrue();
        ProcessBuilder builder =
                new ProcessBuilder(Checkout.path("infra/k8s/smoke/run").toString()).redirectErrorStream(true);
        builder.environment().merge("PATH", "", (path, none) -> folder + ":" + path);

        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes(), UTF_8);

        assertThat(process.waitFor()).isEqualTo(1);
        assertThat(output).isEqualTo("""
                FailedMount: secret "smoke" not found
                ImagePullBackOff: Back-off pulling image "curl"
                The smoke test cannot start
                """);
        assertThat(Files.readAllLines(calls))
                .filteredOn(call -> call.contains(" wait job/"))
                .hasSize(2);
    }
}
