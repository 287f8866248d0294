package com.ticketing.host.process;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Ends the child processes of a supervisor that was killed. A shell reads from a pipe which processes and containers
 * run. The pipe closes when the supervisor dies; the shell then ends the remaining ones.
 */
public final class ProcessReaper implements AutoCloseable {

    static final String SCRIPT = """
            trap '' INT HUP TERM
            targets=
            while read -r sign target; do
                rest=
                for each in $targets; do [ "$each" = "$target" ] || rest="$rest $each"; done
                targets=$rest
                [ "$sign" = - ] || targets="$targets $target"
            done
            for each in $targets; do
                case $each in *[!0-9]*) docker rm -f "$each" ;; *) kill -TERM "$each" ;; esac
            done >/dev/null 2>&1
            tries=0
            while [ $tries -lt 50 ]; do
                alive=
                for each in $targets; do
                    case $each in *[!0-9]*) ;; *) kill -0 "$each" 2>/dev/null && alive="$alive $each" ;; esac
                done
                [ "$alive" ] || exit 0
                tries=$((tries + 1))
                sleep 0.2
            done
            kill -KILL $alive 2>/dev/null
            """;

    private final Path folder;
    private final Set<String> watched = new LinkedHashSet<>();
    private @Nullable Process shell;

    ProcessReaper(Path folder) {
        this.folder = folder;
    }

    /**
     * Adds a process or container to those that are ended.
     *
     * @param target a process id, or the name of a container
     */
    public synchronized void watch(String target) {
        watched.add(target);
        send("+ " + target);
    }

    synchronized void unwatch(String target) {
        watched.remove(target);
        send("- " + target);
    }

    @Override
    public synchronized void close() {
        if (shell != null) {
            shell.destroy();
            closePipe(shell);
        }
    }

    /** Starts the shell if it does not run: one that was killed is replaced at the next change. */
    private void send(String line) {
        try {
            if (shell == null || !shell.isAlive()) {
                shell = new ProcessBuilder("/bin/sh", "-c", SCRIPT)
                        .directory(folder.toFile())
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .redirectError(ProcessBuilder.Redirect.DISCARD)
                        .start();
                for (String each : watched) {
                    write(shell.outputWriter(UTF_8), "+ " + each);
                }
            }
            write(shell.outputWriter(UTF_8), line);
        } catch (IOException e) {
            // The shell was killed at this moment; it is replaced at the next change.
            shell = null;
        }
    }

    private static void write(Writer pipe, String line) throws IOException {
        pipe.write(line + "\n");
        pipe.flush();
    }

    private static void closePipe(Process shell) {
        try {
            shell.getOutputStream().close();
        } catch (IOException e) {
            // The shell has ended already.
            shell.destroyForcibly();
        }
    }
}
