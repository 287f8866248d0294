package com.ticketing.payments.payment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ChargeTransitionsTest {

    /** A row per status, a column per event; a dot is a rejection. */
    private static final String TABLE = """
            status          START_ATTEMPT CONFIRM    LOSE_OUTCOME REQUIRE_ACTION  DECLINE  CANCEL    SUCCEED   REFUND   FAIL_REFUND REJECT_REFUND REFUND_PARTLY DISPUTE
            REQUESTED       .             PROCESSING UNKNOWN      ACTION_REQUIRED DECLINED CANCELLED SUCCEEDED .        .           .             .             .
            PROCESSING      .             .          UNKNOWN      ACTION_REQUIRED DECLINED CANCELLED SUCCEEDED .        .           .             .             .
            UNKNOWN         .             .          UNKNOWN      ACTION_REQUIRED DECLINED CANCELLED SUCCEEDED .        .           .             .             .
            ACTION_REQUIRED REQUESTED     .          .            .               DECLINED CANCELLED SUCCEEDED .        .           .             .             .
            DECLINED        REQUESTED     .          .            .               .        CANCELLED SUCCEEDED .        .           .             .             .
            CANCELLED       .             .          .            .               .        .         SUCCEEDED .        .           .             .             .
            SUCCEEDED       .             .          .            .               .        .         .         REFUNDED .           SUCCEEDED     SUCCEEDED     SUCCEEDED
            REFUNDED        .             .          .            .               .        .         .         .        SUCCEEDED   .             .             REFUNDED
            """;

    @ParameterizedTest(name = "{0} {1}: {2}")
    @MethodSource("cells")
    void aChargeGoesToTheStatusOfTheTableOrRejectsTheEvent(ChargeStatus status, ChargeEvent event, String next) {
        Optional<ChargeStatus> expected =
                Optional.of(next).filter(cell -> !cell.equals(".")).map(ChargeStatus::valueOf);
        assertThat(ChargeTransitions.next(status, event)).isEqualTo(expected);
    }

    @Test
    void everyStatusHasACellForEveryEvent() {
        assertThat(cells()).hasSize(ChargeStatus.values().length * ChargeEvent.values().length);
        assertThat(cells().map(cell -> List.of(cell.get()[0], cell.get()[1]))).doesNotHaveDuplicates();
    }

    static Stream<Arguments> cells() {
        List<String[]> rows = TABLE.lines().map(row -> row.split(" +")).toList();
        String[] events = rows.getFirst();
        return rows.stream()
                .skip(1)
                .flatMap(row -> Arrays.stream(events)
                        .skip(1)
                        .map(event -> Arguments.of(
                                ChargeStatus.valueOf(row[0]),
                                ChargeEvent.valueOf(event),
                                row[Arrays.asList(events).indexOf(event)])));
    }
}
