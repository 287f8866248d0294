package com.ticketing.common.paging;

import com.ticketing.common.errors.ApiException;
import com.ticketing.common.errors.CommonError;
import com.ticketing.common.ids.TimeOrderedIds;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.http.ResponseEntity;

/**
 * A page of a list in the order of ids, newest first: at most {@code limit} entries that follow the entry with the id
 * {@code after}. The ids increase with time, see {@link TimeOrderedIds}.
 */
public record Keyset(@Nullable String after, int limit) {

    /** The maximum number of entries of a page. */
    public static final int MAX_LIMIT = 200;

    /**
     * Creates a page from the query parameters {@code after} and {@code limit}.
     *
     * @throws ApiException with status 400 if a parameter is out of range or malformed
     */
    public static Keyset of(@Nullable String after, @Nullable Integer limit, int defaultLimit) {
        if (limit != null && (limit < 1 || limit > MAX_LIMIT)) {
            throw new ApiException(CommonError.INVALID_LIMIT)
                    .withMessage("Limit must be between 1 and " + MAX_LIMIT)
                    .withField("limit");
        }
        if (after != null && !TimeOrderedIds.isId(after)) {
            throw new ApiException(CommonError.INVALID_AFTER).withField("after");
        }
        return new Keyset(after, limit == null ? defaultLimit : limit);
    }

    /**
     * Reads a whole list, newest first, page by page as the stream is consumed: one page is in memory at a time. The
     * first page is read at once.
     *
     * @param find runs the {@link #query} of a page
     */
    public static <T> Stream<T> stream(Function<Keyset, List<T>> find, Function<T, String> id) {
        return Stream.iterate(
                        Optional.of(read(null, find, id)),
                        Optional::isPresent,
                        page -> page.map(Page::next).map(after -> read(after, find, id)))
                .flatMap(page -> page.orElseThrow().entries().stream());
    }

    private static <T> Page<T> read(@Nullable String after, Function<Keyset, List<T>> find, Function<T, String> id) {
        Keyset keyset = new Keyset(after, MAX_LIMIT);
        return keyset.page(find.apply(keyset), id, Function.identity());
    }

    /** Returns the query for this page. It reads one more entry, to find out whether another page follows. */
    public Query query(Criteria criteria) {
        Criteria onPage = after == null ? criteria : criteria.and("_id").lt(after);
        return new Query(onPage).with(Sort.by(Sort.Direction.DESC, "_id")).limit(limit + 1);
    }

    /** Creates the page from the result of {@link #query}. */
    public <T, R> Page<R> page(List<T> found, Function<T, String> id, Function<T, R> entry) {
        List<T> entries = found.size() > limit ? found.subList(0, limit) : found;
        return new Page<>(
                entries.stream().map(entry).toList(), found.size() > limit ? id.apply(entries.getLast()) : null);
    }

    /** Creates the response from the result of {@link #query}, with a link to the next page if there is one. */
    public <T, R> ResponseEntity<List<R>> answer(List<T> found, Function<T, String> id, Function<T, R> entry) {
        Page<R> page = page(found, id, entry);
        return ResponseEntity.ok().headers(page.links()).body(page.entries());
    }
}
