package com.ticketing.acceptance.upgrade;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.ticketing.host.settings.UsageException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReleaseBuildsTest {

    private final List<String> log = new ArrayList<>();

    @TempDir
    Path checkout;

    @TempDir
    Path cache;

    @Test
    void aCommitOutsideOfTheHistoryIsRejectedWithTheRemedy() throws Exception {
        Process git = new ProcessBuilder("git", "init", "--quiet")
                .directory(checkout.toFile())
                .start();
        assertThat(git.waitFor()).isZero();

        assertThatThrownBy(() -> new ReleaseBuilds(checkout, cache, log::add).of("a".repeat(40)))
                .isInstanceOf(UsageException.class)
                .hasMessageContaining("git fetch --unshallow");

        assertThat(log).isEmpty();
    }
}
