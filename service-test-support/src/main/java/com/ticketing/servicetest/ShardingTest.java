package com.ticketing.servicetest;

import static com.ticketing.testsupport.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import com.ticketing.common.persistence.IndexedCollection;
import com.ticketing.testsupport.ServiceTest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.mapping.Document;
import org.springframework.data.mongodb.core.mapping.MongoPersistentEntity;

/**
 * Checks that each unique index begins with its collection's shard key. The shard keys, and the exceptions with their
 * reasons, are the table in {@code docs/performance.md}.
 */
@ServiceTest
public abstract class ShardingTest {

    private static final Path PAGE = Path.of("..", "docs", "performance.md");

    /** Services, collection, shard key, exceptions, reason. */
    private static final Pattern ROW = Pattern.compile(
            "(?m)^\\| ([a-z, ]+) +\\| `(\\w+)` +\\| (–|`\\w+` (?:hashed|ranged)) +\\|([^|]+)\\|([^|]+)\\|$");

    private static final Pattern CODE = Pattern.compile("`([^`]+)`");

    @Autowired
    @SuppressWarnings("NullAway.Init")
    private MongoOperations mongo;

    @Autowired
    @SuppressWarnings("NullAway.Init")
    private ObjectProvider<IndexedCollection> indexed;

    @Value("${spring.application.name}")
    private String service = "";

    /**
     * A collection's place in a sharded cluster.
     *
     * @param exceptions the unique indexes that do not begin with the shard key
     */
    private record Sharding(String shardKey, Set<String> exceptions) {}

    @Test
    void eachUniqueIndexBeginsWithTheShardKeyUnlessThePageSaysWhyNot() {
        // a class is known once it was used
        eventually(() -> assertThat(declared()).isEqualTo(documented(read())));
    }

    @Test
    void findsAnExceptionThatThePageDoesNotList() {
        String page = read().replaceAll("\\| – \\|([^|]+)\\|\n", "| `planted` |$1|\n");

        assertThat(documented(page))
                .isNotEmpty()
                .allSatisfy((collection, sharding) ->
                        assertThat(sharding.exceptions()).isNotEmpty());
    }

    private Map<String, Sharding> declared() {
        Map<String, Sharding> declared = new TreeMap<>();
        mongo.getConverter().getMappingContext().getPersistentEntities().stream()
                .filter(entity -> entity.isAnnotationPresent(Document.class))
                .forEach(entity -> declared.merge(
                        entity.getCollection(),
                        of(entity),
                        (one, other) -> one.shardKey().equals("–") ? other : one));
        return declared;
    }

    private Sharding of(MongoPersistentEntity<?> entity) {
        String shardKey = entity.getShardKey().getDocument().entrySet().stream()
                .map(field -> "`" + field.getKey() + "` " + (field.getValue().equals("hash") ? "hashed" : "ranged"))
                .collect(Collectors.joining(", "));
        Set<String> exceptions = new TreeSet<>();
        indexed.stream()
                .filter(collection -> collection.type().equals(entity.getType()))
                .forEach(collection ->
                        exceptions.addAll(UniqueIndexes.notEnforceable(entity.getShardKey(), collection.indexes())));
        return new Sharding(shardKey.isEmpty() ? "–" : shardKey, exceptions);
    }

    private Map<String, Sharding> documented(String page) {
        Map<String, Sharding> documented = new TreeMap<>();
        for (MatchResult row : ROW.matcher(page).results().toList()) {
            Set<String> services = Set.copyOf(Arrays.asList(row.group(1).strip().split(", *")));
            if (services.contains(service) || services.contains("all")) {
                assertThat(row.group(5)).as("reason for %s", row.group(2)).isNotBlank();
                documented.put(row.group(2), new Sharding(row.group(3), exceptions(row.group(4))));
            }
        }
        return documented;
    }

    private static Set<String> exceptions(String cell) {
        return CODE.matcher(cell).results().map(index -> index.group(1)).collect(Collectors.toCollection(TreeSet::new));
    }

    private static String read() {
        try {
            return Files.readString(PAGE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
