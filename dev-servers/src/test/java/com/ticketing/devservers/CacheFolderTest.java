package com.ticketing.devservers;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CacheFolderTest {

    private static final Path HOME = Path.of("/home/ann");

    @Test
    void isTheFolderOfTheEnvironmentVariable() {
        Map<String, String> environment = Map.of("TICKETING_CACHE", "/big/ticketing", "XDG_CACHE_HOME", "/caches");

        assertThat(CacheFolder.path(environment, HOME)).isEqualTo(Path.of("/big/ticketing"));
    }

    @Test
    void isByDefaultInTheUsersCacheFolder() {
        assertThat(CacheFolder.path(Map.of("XDG_CACHE_HOME", "/caches"), HOME)).isEqualTo(Path.of("/caches/ticketing"));
        assertThat(CacheFolder.path(Map.of(), HOME)).isEqualTo(Path.of("/home/ann/.cache/ticketing"));
    }
}
