package com.ticketing.servicetest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CommandCountsTest {

    private static final int BEFORE = 2;
    private static final int NOW = 3;

    record Part(String service, String operation) {}

    record Whole(String operation, List<Part> parts) {}

    static Stream<Whole> wholes() {
        return Stream.of(
                new Whole("create", List.of(new Part("tickets", "create"), new Part("orders", "ticket created"))),
                new Whole(
                        "hold",
                        List.of(
                                new Part("orders", "hold"),
                                new Part("tickets", "hold"),
                                new Part("orders", "ticket updated"),
                                new Part("payments", "hold"),
                                new Part("expiration", "hold"),
                                new Part("auth", "hold"))),
                new Whole(
                        "release",
                        List.of(
                                new Part("orders", "release"),
                                new Part("tickets", "release"),
                                new Part("orders", "ticket updated"),
                                new Part("payments", "release"),
                                new Part("expiration", "release or sale"),
                                new Part("auth", "release"))),
                new Whole(
                        "expiry",
                        List.of(
                                new Part("expiration", "expiry"),
                                new Part("orders", "expiry"),
                                new Part("tickets", "release"),
                                new Part("orders", "ticket updated"),
                                new Part("payments", "release"),
                                new Part("expiration", "release or sale"),
                                new Part("auth", "release"))),
                new Whole(
                        "payment",
                        List.of(
                                new Part("payments", "payment"),
                                new Part("orders", "payment"),
                                new Part("tickets", "sale"),
                                new Part("orders", "ticket updated"),
                                new Part("payments", "sale"),
                                new Part("expiration", "release or sale"),
                                new Part("auth", "charge"),
                                new Part("auth", "sale"))),
                new Whole("purchase", List.of(new Part("all", "hold"), new Part("all", "payment"))));
    }

    @ParameterizedTest
    @MethodSource("wholes")
    void aWholeIsTheSumOfItsParts(Whole whole) {
        for (int column : new int[] {BEFORE, NOW}) {
            List<String> parts = whole.parts().stream()
                    .map(part ->
                            CommandCounts.row(part.service(), part.operation()).get(column))
                    .filter(commands -> !commands.equals("–"))
                    .toList();
            assertThat(CommandCounts.row("all", whole.operation()).get(column)).isEqualTo(CommandCounts.sum(parts));
        }
    }
}
