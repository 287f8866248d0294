package com.ticketing.common.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import com.ticketing.common.events.EventJson;
import com.ticketing.common.events.ExpirationComplete;
import com.ticketing.common.events.Subject;
import com.ticketing.common.tracing.MessageSpans;
import io.opentelemetry.api.OpenTelemetry;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.dao.DataAccessResourceFailureException;

class DeadLetterReplayTest {

    private static final String ID = "parked";

    private final DeadLetters deadLetters = mock(DeadLetters.class);

    @Test
    void countsAnError() {
        StackOverflowError error = new StackOverflowError();

        DeadLetterReplay.Outcome outcome = replay(() -> {
            throw error;
        });

        assertThat(outcome).isEqualTo(DeadLetterReplay.Outcome.FAILED);
        verify(deadLetters).attemptFailed(ID, error);
        verify(deadLetters, never()).remove(any());
    }

    static Stream<RuntimeException> notFailures() {
        return Stream.of(new RedeliverLaterException("not yet"), new DataAccessResourceFailureException("no database"));
    }

    @ParameterizedTest
    @MethodSource("notFailures")
    void doesNotCountPostponementsAndOutages(RuntimeException thrown) {
        DeadLetterReplay.Outcome outcome = replay(() -> {
            throw thrown;
        });

        assertThat(outcome).isEqualTo(DeadLetterReplay.Outcome.FAILED);
        verify(deadLetters, never()).attemptFailed(any(), any());
        verify(deadLetters, never()).remove(any());
    }

    private DeadLetterReplay.Outcome replay(Runnable handling) {
        Listener<ExpirationComplete> listener = new Listener<>(ExpirationComplete.class) {
            @Override
            protected void onMessage(ExpirationComplete event) {
                handling.run();
            }
        };
        String data = EventJson.write(new ExpirationComplete("a"), null);
        DeadLetter letter = new DeadLetter(
                ID,
                Subject.EXPIRATION_COMPLETE.channel(),
                1,
                Instant.EPOCH,
                data,
                true,
                5,
                "failed",
                Instant.EPOCH,
                Instant.EPOCH,
                Instant.EPOCH);
        when(deadLetters.claim(ID)).thenReturn(Optional.of(letter));
        MessageSpans spans = new MessageSpans(OpenTelemetry.noop());
        return new DeadLetterReplay(deadLetters, List.of(new ListenerAdapter<>(listener, deadLetters, spans)))
                .replay(ID);
    }
}
