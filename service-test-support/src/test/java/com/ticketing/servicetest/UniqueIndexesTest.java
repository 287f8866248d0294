package com.ticketing.servicetest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.data.domain.Sort.Direction;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.data.mongodb.core.mapping.ShardKey;

class UniqueIndexesTest {

    private static final ShardKey BY_TICKET = ShardKey.hash("ticketId");

    @Test
    void acceptsAUniqueIndexThatBeginsWithTheShardKey() {
        assertThat(UniqueIndexes.notEnforceable(
                        BY_TICKET, List.of(unique("ticketId"), unique("ticketId", "occupancy"))))
                .isEmpty();
        assertThat(UniqueIndexes.notEnforceable(
                        ShardKey.range("userId", "ticketId"), List.of(unique("userId", "ticketId", "occupancy"))))
                .isEmpty();
    }

    @Test
    void findsAUniqueIndexThatDoesNotBeginWithTheShardKey() {
        assertThat(UniqueIndexes.notEnforceable(BY_TICKET, List.of(unique("email"), unique("occupancy", "ticketId"))))
                .containsExactly("email", "occupancy, ticketId");
        assertThat(UniqueIndexes.notEnforceable(ShardKey.range("userId", "ticketId"), List.of(unique("userId"))))
                .containsExactly("userId");
    }

    @Test
    void acceptsIndexesThatAreNotUnique() {
        assertThat(UniqueIndexes.notEnforceable(BY_TICKET, List.of(new Index().on("email", Direction.ASC))))
                .isEmpty();
    }

    @Test
    void acceptsAnyUniqueIndexOfACollectionThatIsNotSharded() {
        assertThat(UniqueIndexes.notEnforceable(ShardKey.none(), List.of(unique("email"))))
                .isEmpty();
    }

    private static Index unique(String... fields) {
        Index index = new Index().unique();
        for (String field : fields) {
            index.on(field, Direction.ASC);
        }
        return index;
    }
}
