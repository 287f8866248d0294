package com.ticketing.stripe;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Lists objects in pages, newest first. */
final class StripeList {

    private static final Set<String> PAGING = Set.of("limit", "starting_after", "ending_before", "created");

    private final StripeState state;

    StripeList(StripeState state) {
        this.state = state;
    }

    /**
     * Returns a page of the objects of a kind.
     *
     * @param filters the names of the parameters that select objects by the field of the same name
     */
    ObjectNode page(String url, String kind, Set<String> filters, FormParams params) {
        Set<String> allowed = new HashSet<>(PAGING);
        allowed.addAll(filters);
        params.allow(allowed);
        int limit = limit(params);
        Predicate<ObjectNode> wanted = created(params);
        for (String filter : filters) {
            Optional<String> value = params.get(filter);
            if (value.isPresent()) {
                wanted = wanted.and(object -> object.path(filter).asString("").equals(value.get()));
            }
        }
        List<ObjectNode> found = state.all(kind).stream().filter(wanted).toList();
        Optional<String> before = params.get("ending_before");
        int from =
                params.get("starting_after").map(id -> position(found, id) + 1).orElse(0);
        int to = found.size();
        if (before.isPresent()) {
            to = position(found, before.get());
            from = Math.max(0, to - limit);
        }
        List<ObjectNode> page = found.subList(from, Math.min(to, from + limit));
        ObjectNode list =
                JsonNodeFactory.instance.objectNode().put("object", "list").put("url", url);
        list.put("has_more", before.isPresent() ? from > 0 : from + page.size() < found.size());
        list.putArray("data").addAll(page);
        return list;
    }

    private static int limit(FormParams params) {
        long limit = params.whole("limit").orElse(10L);
        if (limit < 1 || limit > 100) {
            throw StripeError.invalid("parameter_invalid_integer", "limit", "Limit must be between 1 and 100.");
        }
        return Math.toIntExact(limit);
    }

    private static Predicate<ObjectNode> created(FormParams params) {
        long from = Math.max(
                params.whole("created[gte]").orElse(Long.MIN_VALUE),
                params.whole("created[gt]").map(after -> after + 1).orElse(Long.MIN_VALUE));
        long to = Math.min(
                params.whole("created[lte]").orElse(Long.MAX_VALUE),
                params.whole("created[lt]").map(before -> before - 1).orElse(Long.MAX_VALUE));
        return object -> {
            long created = object.path("created").asLong();
            return from <= created && created <= to;
        };
    }

    private static int position(List<ObjectNode> found, String id) {
        for (int i = 0; i < found.size(); i++) {
            if (found.get(i).path("id").asString().equals(id)) {
                return i;
            }
        }
        throw StripeError.missingReference("object", id, "starting_after");
    }
}
