package com.ticketing.acceptance.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import org.junit.jupiter.api.Test;

class SubjectTest {

    private final List<String> runs = new ArrayList<>();

    @Test
    void alternatesAfterTheWarmUpAndComparesMedians() throws Exception {
        Row row = Subject.of("create", "requests/s", run("create", 1, 20, 90, 40))
                .comparedWith("insert", run("insert", 1, 80, 60, 100))
                .measure(1, 3);

        assertThat(runs)
                .containsExactly("create", "insert", "create", "insert", "create", "insert", "create", "insert");
        assertThat(row.result()).isEqualTo(new Spread(40, 20, 90));
        assertThat(row.baselines()).containsExactly(new Row.Baseline("insert", new Spread(80, 60, 100), 0.5));
    }

    @Test
    void theMedianOfAnEvenNumberIsBetweenTheTwoInTheMiddle() {
        assertThat(Spread.of(List.of(4.0, 1.0, 3.0, 2.0))).isEqualTo(new Spread(2.5, 1, 4));
    }

    private Subject.ShortRun run(String name, double... results) {
        Iterator<Double> next = Arrays.stream(results).iterator();
        return () -> {
            runs.add(name);
            return next.next();
        };
    }
}
