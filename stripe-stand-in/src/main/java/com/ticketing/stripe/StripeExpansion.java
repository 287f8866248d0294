package com.ticketing.stripe;

import java.util.Arrays;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Expands {@code expand[]=data.latest_charge}: replaces ids by the objects they refer to. */
final class StripeExpansion {

    private final StripeState state;

    StripeExpansion(StripeState state) {
        this.state = state;
    }

    /** Returns an expanded copy, so that a response does not change when the object does. */
    ObjectNode of(ObjectNode object, List<String> paths) {
        ObjectNode copy = object.deepCopy();
        paths.forEach(path -> expand(copy, Arrays.asList(path.split("\\.")), path));
        return copy;
    }

    private void expand(JsonNode node, List<String> path, String whole) {
        if (node.isArray()) {
            node.forEach(element -> expand(element, path, whole));
            return;
        }
        String name = path.getFirst();
        if (!(node instanceof ObjectNode object) || !object.has(name)) {
            throw StripeError.invalid(null, "expand", "This property cannot be expanded (" + whole + ").");
        }
        JsonNode value = object.path(name);
        if (value.isString()) {
            state.find(value.asString()).ifPresent(found -> object.set(name, found.deepCopy()));
        }
        if (path.size() > 1 && !object.path(name).isNull()) {
            expand(object.path(name), path.subList(1, path.size()), whole);
        }
    }
}
