package com.ticketing.servicetest;

import static com.ticketing.testsupport.Eventually.eventually;
import static org.assertj.core.api.Assertions.assertThat;

import com.ticketing.testsupport.ServiceTest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.mapping.Document;

/**
 * Compares the collections of the service's database and their indexes with the table in {@code docs/operations.md},
 * which states what bounds each collection.
 */
@ServiceTest
public abstract class StorageTest {

    private static final Path PAGE = Path.of("..", "docs", "operations.md");

    /** Services, collection, content, bound, setting, indexes. */
    private static final Pattern ROW =
            Pattern.compile("(?m)^\\| ([a-z, ]+) +\\| `(\\w+)` +\\|([^|]+)\\|([^|]+)\\|([^|]+)\\|([^|]+)\\|$");

    private static final Pattern CODE = Pattern.compile("`([^`]+)`( unique)?");

    @Autowired
    @SuppressWarnings("NullAway.Init")
    private MongoOperations mongo;

    @Value("${spring.application.name}")
    private String service = "";

    /** Makes the service store a document in each collection that is neither indexed nor mapped to a class. */
    protected void useAllCollections() {}

    @Test
    void hasTheCollectionsAndIndexesThatTheOperationsPageLists() {
        useAllCollections();

        // a collection without indexes is known once a background task has used it
        eventually(() -> assertThat(stored()).isEqualTo(documented(read())));
    }

    @Test
    void findsACollectionThatThePageDoesNotList() {
        Map<String, Set<String>> documented = documented(read().replace("`deadLetters`", "`planted`"));

        assertThat(documented).containsKey("planted").doesNotContainKey("deadLetters");
    }

    private Map<String, Set<String>> stored() {
        Map<String, Set<String>> stored = new TreeMap<>();
        for (String collection : collections()) {
            Set<String> indexes = new TreeSet<>();
            mongo.getCollection(collection).listIndexes().forEach(index -> indexes.add(describe(index)));
            indexes.remove("_id");
            stored.put(collection, indexes);
        }
        return stored;
    }

    /** Returns the existing collections, and those of mapped classes, which exist after the first document. */
    private Set<String> collections() {
        Set<String> names = new TreeSet<>(mongo.getCollectionNames());
        names.removeIf(name -> name.startsWith("system."));
        mongo.getConverter().getMappingContext().getPersistentEntities().forEach(entity -> {
            if (entity.isAnnotationPresent(Document.class)) {
                names.add(mongo.getCollectionName(entity.getType()));
            }
        });
        return names;
    }

    private static String describe(org.bson.Document index) {
        String fields =
                String.join(", ", index.get("key", org.bson.Document.class).keySet());
        return Boolean.TRUE.equals(index.get("unique")) ? fields + " unique" : fields;
    }

    private Map<String, Set<String>> documented(String page) {
        Map<String, Set<String>> documented = new TreeMap<>();
        for (MatchResult row : ROW.matcher(page).results().toList()) {
            List<String> services = Arrays.asList(row.group(1).strip().split(", *"));
            if (services.contains(service) || services.contains("all")) {
                assertThat(row.group(4)).as("bound of %s", row.group(2)).isNotBlank();
                documented.put(row.group(2), indexes(row.group(6)));
            }
        }
        return documented;
    }

    private static Set<String> indexes(String cell) {
        Set<String> indexes = new TreeSet<>();
        CODE.matcher(cell)
                .results()
                .forEach(index -> indexes.add(index.group(1) + (index.group(2) == null ? "" : index.group(2))));
        return indexes;
    }

    private static String read() {
        try {
            return Files.readString(PAGE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
