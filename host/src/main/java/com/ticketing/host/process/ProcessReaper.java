package com.ticketing.host.process;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Sees to it that no part outlives a supervisor that was killed and could end nothing itself: a shell that reads, from
 * a pipe which only the supervisor holds, what runs, and ends what is left of it when the pipe closes.
 */
public final class ProcessReaper implements AutoCloseable {

    public static final String SCRIPT = """
            trap '' INT HUP TERM
            all=
            while read -r sign what; do
                rest=
                for one in $all; do [ "$one" = "$what" ] || rest="$rest $one"; done
                all=$rest
                [ "$sign" = - ] || all="$all $what"
            done
            for one in $all; do
                case $one in *[!0-9]*) docker rm -f "$one" ;; *) kill -TERM "$one" ;; esac
            done >/dev/null 2>&1
            tries=0
            while [ $tries -lt 50 ]; do
                alive=
                for one in $all; do case $one in *[!0-9]*) ;; *) kill -0 "$one" 2>/dev/null && alive="$alive $one" ;; esac; done
                [ "$alive" ] || exit 0
                tries=$((tries + 1))
                sleep 0.2
            done
            kill -KILL $alive 2>/dev/null
            """;

    private final Path folder;
    private final Set<String> watched = new LinkedHashSet<>();
    private @Nullable Process shell;

    public ProcessReaper(Path folder) {
        this.folder = folder;
    }

    /** A process id, or the name of a container. */
    public synchronized void watch(String what) {
        watched.add(what);
        tell("+ " + what);
    }

    public synchronized void forget(String what) {
        watched.remove(what);
        tell("- " + what);
    }

    @Override
    public synchronized void close() {
        if (shell != null) {
            shell.destroy();
            closePipe(shell);
        }
    }

    /** A guard that was killed is replaced when there is next something to say. */
    private void tell(String line) {
        try {
            if (shell == null || !shell.isAlive()) {
                shell = new ProcessBuilder("/bin/sh", "-c", SCRIPT)
                        .directory(folder.toFile())
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .redirectError(ProcessBuilder.Redirect.DISCARD)
                        .start();
                for (String what : watched) {
                    write(shell.outputWriter(UTF_8), "+ " + what);
                }
            }
            write(shell.outputWriter(UTF_8), line);
        } catch (IOException e) {
            // It was killed this moment; it is replaced at the next change.
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
            // The other end has gone, which is what closing is for.
            shell.destroyForcibly();
        }
    }
}
