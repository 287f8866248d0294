package com.ticketing.host.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class GatewayErrorTest {

    private static final Pattern ROW = Pattern.compile("(?m)^\\| `([a-z-]+)` \\| ([0-9]+) ");

    @Test
    void everyErrorHasARowOnThePageOfErrors() throws IOException {
        String page = Files.readString(Path.of("../docs/errors.md"));
        List<String> documented = Stream.of("All services", "Gateway")
                .map(section -> page.split("\n## " + section + "\n", 2)[1].split("\n## ", 2)[0])
                .flatMap(section -> ROW.matcher(section).results())
                .map(row -> row.group(1) + " " + row.group(2))
                .toList();

        assertThat(GatewayError.values())
                .extracting(error -> error.code() + " " + error.status().code())
                .isSubsetOf(documented);
    }
}
