package com.ticketing.host.service;

import com.ticketing.host.console.Console;
import com.ticketing.host.settings.DataFolder;
import com.ticketing.host.settings.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** The admin of a suite whose environment names none: made up at its first start, and told then and never again. */
public record FirstAdmin(String email, String password, boolean isNew) {

    private static final String EMAIL = "admin@ticketing.dev";
    private static final String FILE = "admin-password";

    public static FirstAdmin of(DataFolder data) {
        boolean isNew = Files.notExists(data.resolve(FILE));
        return new FirstAdmin(EMAIL, data.secret(FILE), isNew);
    }

    /** The one of a suite that runs on the folder, where the environment names no other. */
    public static FirstAdmin ofRunning(Path data) throws IOException {
        return new FirstAdmin(EMAIL, Files.readString(data.resolve(FILE)).strip(), false);
    }

    /** What auth needs to know, unless the person has said so. */
    public void addTo(Map<String, String> environment) {
        if (!environment.containsKey("AUTH_ADMIN_EMAIL")) {
            environment.put("AUTH_ADMIN_EMAIL", email);
            environment.put("AUTH_ADMIN_PASSWORD", password);
        }
    }

    public void tellOnce(Settings settings, Console console) {
        if (isNew && settings.variable("AUTH_ADMIN_EMAIL").isEmpty()) {
            console.say("Admin: " + email + " with the password " + password);
        }
    }

    /** Without the password. */
    @Override
    public String toString() {
        return "FirstAdmin[email=" + email + "]";
    }
}
