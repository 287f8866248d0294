package com.ticketing.host.service;

import com.ticketing.host.settings.DataFolder;
import com.ticketing.host.settings.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * The admin of a suite whose environment does not name one. The password is random and printed at the first start only.
 *
 * @param isNew whether this is the first start
 */
public record FirstAdmin(String email, String password, boolean isNew) {

    private static final String EMAIL = "admin@ticketing.dev";
    private static final String FILE = "admin-password";

    public static FirstAdmin of(DataFolder data) {
        boolean isNew = Files.notExists(data.resolve(FILE));
        return new FirstAdmin(EMAIL, data.secret(FILE), isNew);
    }

    /** Reads the admin of a suite that runs on the folder. */
    public static FirstAdmin ofRunning(Path data) throws IOException {
        return new FirstAdmin(EMAIL, Files.readString(data.resolve(FILE)).strip(), false);
    }

    /** Adds the admin to auth's environment, unless the user has named one. */
    void addTo(Map<String, String> environment) {
        if (!environment.containsKey("AUTH_ADMIN_EMAIL")) {
            environment.put("AUTH_ADMIN_EMAIL", email);
            environment.put("AUTH_ADMIN_PASSWORD", password);
        }
    }

    /** Returns how to sign in as the admin, unless the user has named another one. */
    public Optional<String> signIn(Settings settings, Path data) {
        if (settings.variable("AUTH_ADMIN_EMAIL").isPresent()) {
            return Optional.empty();
        }
        return Optional.of(email + (isNew ? ", password: " + password : ", password in " + data.resolve(FILE)));
    }

    /** Omits the password. */
    @Override
    public String toString() {
        return "FirstAdmin[email=" + email + "]";
    }
}
