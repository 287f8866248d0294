package com.ticketing.infra;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/** Runs AsyncAPI's own parser, an npm package, in the folder {@code infra/asyncapi}. */
final class AsyncApiParser {

    private static final Path FOLDER = Checkout.path("infra/asyncapi");

    private AsyncApiParser() {}

    /** Returns the errors and warnings about a description, one per line. */
    static String parse(Path file) {
        install();
        return run("node", "parse.mjs", file.toString());
    }

    /** npm ci downloads everything again, so it runs only when the lock file has changed. */
    private static void install() {
        Path lock = FOLDER.resolve("package-lock.json");
        Path installed = FOLDER.resolve("node_modules/.installed");
        try {
            if (Files.exists(installed) && Files.mismatch(lock, installed) == -1) {
                return;
            }
            run("npm", "ci", "--ignore-scripts", "--loglevel=error");
            Files.copy(lock, installed, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String run(String program, String... arguments) {
        String executable = Executables.find(program)
                .orElseThrow(() -> new IllegalStateException(
                        program + " was not found. Install Node 20 or newer with npm (https://nodejs.org)"));
        ProcessBuilder builder = new ProcessBuilder(executable);
        builder.command().addAll(List.of(arguments));
        return Executables.run(builder.directory(FOLDER.toFile()), List.of(0));
    }
}
