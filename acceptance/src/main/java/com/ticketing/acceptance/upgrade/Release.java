package com.ticketing.acceptance.upgrade;

import com.ticketing.host.settings.UsageException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A version of the suite.
 *
 * @param commit what the version was built from
 */
public record Release(String version, String commit) {

    private static final Pattern SECTION =
            Pattern.compile("^## \\[(\\d+\\.\\d+\\.\\d+)] - .*\\R+Commit `([0-9a-f]{40})`", Pattern.MULTILINE);

    /** Returns the latest released version that a changelog names with its commit. */
    public static Release latest(Path changelog) {
        try {
            Matcher section = SECTION.matcher(Files.readString(changelog));
            if (!section.find()) {
                throw new UsageException(changelog + " names no released version with its commit");
            }
            return new Release(section.group(1), section.group(2));
        } catch (IOException e) {
            throw new UsageException("Cannot read " + changelog + ": " + e.getMessage());
        }
    }
}
