package com.ticketing.devservers;

import java.nio.file.Path;
import java.util.Map;

/** Finds or builds the official server's binary. */
final class NatsStreamingBinary {

    static final String VERSION = "v0.25.6";

    private static final String NAME = "nats-streaming-server";
    private static final String MODULE = "github.com/nats-io/nats-streaming-server@" + VERSION;

    private final GoProgram program;

    NatsStreamingBinary(Path cacheFolder, Map<String, String> environment) {
        program = new GoProgram(NAME, MODULE, cacheFolder, environment);
    }

    boolean isInstalled() {
        return program.findInstalled().isPresent();
    }

    Path find() {
        return program.find()
                .orElseThrow(() -> new IllegalStateException("No NATS Streaming server: set NATS_URL to a running one, "
                        + "or put " + NAME + " on the PATH, or start a Docker engine, or install Go "
                        + "(then " + MODULE + " is built into " + program.cacheFolder() + ")"));
    }
}
