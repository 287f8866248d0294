package com.ticketing.acceptance.bench;

import com.ticketing.host.service.FirstAdmin;
import java.nio.file.Path;
import java.util.List;

/** {@code ./bench [data folder]}: measures a running suite. */
public final class BenchCommand {

    private BenchCommand() {}

    public static void run(List<String> arguments) throws Exception {
        Path home = Path.of(System.getProperty("ticketing.home", "."));
        Path data = arguments.isEmpty() ? home.resolve(".data") : Path.of(arguments.getFirst());
        String email = System.getenv("AUTH_ADMIN_EMAIL");
        String password = System.getenv("AUTH_ADMIN_PASSWORD");
        if (email == null || password == null) {
            FirstAdmin admin = FirstAdmin.ofRunning(data);
            email = admin.email();
            password = admin.password();
        }
        Bench.run(data, email, password, System.out);
    }
}
