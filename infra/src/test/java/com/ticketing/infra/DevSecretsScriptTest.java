package com.ticketing.infra;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs {@code infra/k8s/overlays/dev/secrets} with a kubectl that finds no secret and a path of few commands. */
class DevSecretsScriptTest {

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @BeforeEach
    void createPrograms() throws IOException {
        copy("bash");
        copy("dirname");
        Path kubectl = Files.writeString(folder.resolve("kubectl"), """
                #!%s
                echo "$*" >>"%s"
                [[ $* != *" get "* ]]
                """.formatted(folder.resolve("bash"), calls()));
        assertThat(kubectl.toFile().setExecutable(true)).isTrue();
        Files.createFile(calls());
    }

    @Test
    void createsEverySecretWithARandomValue() throws Exception {
        copy("openssl");

        assertThat(createSecrets()).isZero();

        assertThat(Files.readAllLines(calls()))
                .filteredOn(call -> call.contains(" create "))
                .hasSize(4)
                .allSatisfy(call -> assertThat(call).containsPattern("--from-literal=[A-Z_]+=[\\w+/]{32,}"));
    }

    @Test
    void createsNothingWithoutOpenssl() throws Exception {
        assertThat(createSecrets()).isNotZero();

        assertThat(Files.readAllLines(calls())).isEmpty();
    }

    private Path calls() {
        return folder.resolve("calls");
    }

    private void copy(String command) throws IOException {
        Files.copy(Path.of(Executables.find(command).orElseThrow()), folder.resolve(command));
    }

    private int createSecrets() throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(List.of(
                        folder.resolve("bash").toString(),
                        Checkout.path("infra/k8s/overlays/dev/secrets").toString()))
                .redirectErrorStream(true);
        builder.environment().put("PATH", folder.toString());
        Process process = builder.start();
        process.getInputStream().readAllBytes();
        return process.waitFor();
    }
}
