package com.ticketing.acceptance.upgrade;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.ticketing.host.settings.UsageException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReleaseTest {

    private static final String FIRST = "0123456789abcdef0123456789abcdef01234567";
    private static final String SECOND = "fedcba9876543210fedcba9876543210fedcba98";

    @TempDir
    Path folder;

    @Test
    void theLatestReleaseIsTheFirstOneInTheChangelog() throws IOException {
        Path changelog = changelog("""
            # Changelog

            ## [Unreleased]

            - Something new.

            ## [0.10.0] - 2027-01-31

            Commit `%s`.

            ## [0.9.0] - 2026-12-24

            Commit `%s`.
            """.formatted(SECOND, FIRST));

        assertThat(Release.latest(changelog)).isEqualTo(new Release("0.10.0", SECOND));
    }

    @Test
    void aChangelogWithoutAReleaseIsRejected() throws IOException {
        Path changelog = changelog("## [Unreleased]\n\nCommit `%s`.\n".formatted(FIRST));

        assertThatThrownBy(() -> Release.latest(changelog))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("names no released version");
    }

    @Test
    void theSuitesOwnChangelogNamesARelease() {
        assertThat(Release.latest(Path.of("..", "CHANGELOG.md")).version()).isNotEmpty();
    }

    private Path changelog(String text) throws IOException {
        return Files.writeString(folder.resolve("CHANGELOG.md"), text);
    }
}
