package com.ticketing.infra;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Compares the capacity model of a purchase with the counts of commands per operation, on the same page. */
class CapacityModelTest {

    private static final String PAGE = Checkout.read("docs/performance.md");
    private static final Pattern COMMAND = Pattern.compile("(\\w+) (\\d+)");

    /** What a service does for a purchase. A ticket changes twice: it is held, and it is sold. */
    private static final Map<String, List<String>> OPERATIONS = Map.of(
            "orders", List.of("hold", "ticket updated", "payment", "ticket updated"),
            "tickets", List.of("hold", "sale"),
            "payments", List.of("hold", "payment", "sale"),
            "expiration", List.of("hold", "release or sale"),
            "auth", List.of("hold", "charge", "sale"));

    static List<String> services() {
        return List.of("orders", "tickets", "payments", "expiration", "auth");
    }

    @ParameterizedTest
    @MethodSource("services")
    void readsAndWritesAreThoseOfTheOperations(String service) {
        int reads = 0;
        int writes = 0;
        for (String operation : OPERATIONS.getOrDefault(service, List.of())) {
            for (MatchResult command :
                    COMMAND.matcher(commands(service, operation)).results().toList()) {
                int count = Integer.parseInt(command.group(2));
                if (command.group(1).equals("find")) {
                    reads += count;
                } else {
                    writes += count;
                }
            }
        }

        assertThat(modelled("Reads", service)).isEqualTo(reads);
        assertThat(modelled("Durable writes", service) + modelled("Releases", service))
                .isEqualTo(writes);
    }

    /** Returns the last cell of the operation's row. */
    private static String commands(String service, String operation) {
        return row("\\| %s \\| %s \\|.*\\| ([^|]+) \\|".formatted(service, operation))
                .group(1);
    }

    private static int modelled(String quantity, String service) {
        List<String> cells = List.of(
                row("\\| %s[^|]*\\| (.*) \\|".formatted(quantity)).group(1).split(" \\| "));
        String cell = cells.get(services().indexOf(service));
        return cell.equals("–") ? 0 : Integer.parseInt(cell);
    }

    private static MatchResult row(String pattern) {
        return Pattern.compile("(?m)^" + pattern + "$")
                .matcher(PAGE)
                .results()
                .findFirst()
                .orElseThrow(() -> new AssertionError("No row " + pattern));
    }
}
