package com.ticketing.infra;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * Compares the table of docs/testing.md with the properties that {@code ./verify --thorough} sets and with the values
 * that tests have without it.
 */
class ThoroughRunsTest {

    private static final Pattern OPTION = Pattern.compile("^    -D([a-z.]+)=(\\d+)$", Pattern.MULTILINE);
    private static final Pattern DEFAULT = Pattern.compile("getInteger\\(\"([a-z]+\\.[a-z.]+)\", ([\\d_]+)\\)");
    private static final Pattern CI =
            Pattern.compile("^\\| `([a-z.]+)` \\| ([\\d,]+) \\| [\\d,]+ \\|", Pattern.MULTILINE);
    private static final Pattern THOROUGH =
            Pattern.compile("^\\| `([a-z.]+)` \\| [\\d,]+ \\| ([\\d,]+) \\|", Pattern.MULTILINE);

    @Test
    void areDescribed() {
        Map<String, String> options = pairs(OPTION, Checkout.read("verify"));

        assertThat(options).isNotEmpty().isEqualTo(pairs(THOROUGH, table()));
    }

    @Test
    void everyTestHasTheDescribedValueInCi() {
        assertThat(defaults()).isEqualTo(pairs(CI, table()));
    }

    private static String table() {
        return Checkout.read("docs/testing.md");
    }

    private static Map<String, String> defaults() {
        Map<String, String> defaults = new TreeMap<>();
        Checkout.sources().forEach(source -> defaults.putAll(pairs(DEFAULT, Checkout.read(source))));
        return defaults;
    }

    private static Map<String, String> pairs(Pattern pattern, String text) {
        Map<String, String> pairs = new TreeMap<>();
        for (MatchResult match : pattern.matcher(text).results().toList()) {
            pairs.put(match.group(1), match.group(2).replaceAll("[,_]", ""));
        }
        return pairs;
    }
}
