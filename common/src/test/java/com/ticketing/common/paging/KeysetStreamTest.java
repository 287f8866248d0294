package com.ticketing.common.paging;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeysetStreamTest {

    private final List<Keyset> queries = new ArrayList<>();

    @ParameterizedTest
    @ValueSource(ints = {0, 1, Keyset.MAX_LIMIT, Keyset.MAX_LIMIT + 1, 2 * Keyset.MAX_LIMIT + 7})
    void readsEachEntryOnce(int size) {
        List<String> list = list(size);

        assertThat(stream(list)).isEqualTo(list);
    }

    @Test
    void readsAPageWhenThePreviousOneIsConsumed() {
        Iterator<String> entries = stream(list(2 * Keyset.MAX_LIMIT)).iterator();

        assertThat(queries).hasSize(1);
        IntStream.range(0, Keyset.MAX_LIMIT).forEach(entry -> entries.next());
        assertThat(queries).hasSize(1);
        entries.next();
        assertThat(queries).hasSize(2);
    }

    private Stream<String> stream(List<String> list) {
        return Keyset.stream(page -> find(list, page), Function.identity());
    }

    /** Finds one entry more than the page has, as {@link Keyset#query} does. */
    private List<String> find(List<String> list, Keyset page) {
        queries.add(page);
        int from = page.after() == null ? 0 : list.indexOf(page.after()) + 1;
        return list.subList(from, Math.min(list.size(), from + page.limit() + 1));
    }

    private static List<String> list(int size) {
        return IntStream.range(0, size).mapToObj(Integer::toString).toList();
    }
}
