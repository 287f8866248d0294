package com.ticketing.common.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import com.mongodb.MongoSocketReadException;
import com.mongodb.ServerAddress;
import java.time.Duration;
import java.util.List;
import org.bson.types.ObjectId;
import org.junit.jupiter.api.Test;

class OutboxAcknowledgementsTest {

    private final Claims claims = mock(Claims.class);
    private final OutboxAcknowledgements acknowledgements =
            new OutboxAcknowledgements(claims, Duration.ofMillis(1), 100);

    @Test
    void appliesAcknowledgementsAgainAfterAnErrorOfTheDatabase() {
        Acknowledgement acknowledgement =
                new Acknowledgement(new Claim("listings", "1", new ObjectId(), List.of()), List.of());
        when(claims.release(anyString(), any()))
                .thenThrow(new MongoSocketReadException("connection reset", new ServerAddress()))
                .thenReturn(true);
        when(claims.findClaimable("listings", List.of("1"))).thenReturn(List.of("1"));
        acknowledgements.add(acknowledgement);

        assertThatThrownBy(acknowledgements::apply).isInstanceOf(MongoSocketReadException.class);

        assertThat(acknowledgements.apply()).containsExactly(new AggregateReference("listings", "1"));
        verify(claims, times(2)).release("listings", List.of(acknowledgement));
    }
}
