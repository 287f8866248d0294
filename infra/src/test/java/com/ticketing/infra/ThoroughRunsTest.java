package com.ticketing.infra;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Compares the properties that {@code ./verify --thorough} sets with the table in docs/testing.md. */
class ThoroughRunsTest {

    private static final Pattern OPTION = Pattern.compile("^    -D([a-z.]+)=(\\d+)$", Pattern.MULTILINE);
    private static final Pattern ROW =
            Pattern.compile("^\\| `([a-z.]+)` \\| [\\d,]+ \\| ([\\d,]+) \\|", Pattern.MULTILINE);

    @Test
    void areDescribed() {
        Map<String, String> options = pairs(OPTION, "verify");

        assertThat(options).isNotEmpty().isEqualTo(pairs(ROW, "docs/testing.md"));
    }

    private static Map<String, String> pairs(Pattern pattern, String file) {
        Map<String, String> pairs = new TreeMap<>();
        for (MatchResult match : pattern.matcher(Checkout.read(file)).results().toList()) {
            pairs.put(match.group(1), match.group(2).replace(",", ""));
        }
        return pairs;
    }
}
