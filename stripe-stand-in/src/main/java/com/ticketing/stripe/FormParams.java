package com.ticketing.stripe;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLDecoder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Form parameters in Stripe's notation: {@code card[token]=…}, {@code expand[]=…} or {@code expand[0]=…}. */
record FormParams(Map<String, List<String>> values) {

    static FormParams parse(@Nullable String encoded) {
        Map<String, List<String>> values = new TreeMap<>();
        for (String pair : encoded == null ? new String[0] : encoded.split("&", -1)) {
            if (!pair.isEmpty()) {
                String[] parts = pair.split("=", 2);
                String value = parts.length == 2 ? URLDecoder.decode(parts[1], UTF_8) : "";
                values.computeIfAbsent(URLDecoder.decode(parts[0], UTF_8), key -> new ArrayList<>())
                        .add(value);
            }
        }
        return new FormParams(values);
    }

    /** Rejects unknown parameters, as Stripe does. */
    void allow(Set<String> names) {
        for (String key : values.keySet()) {
            String name = key.split("\\[", 2)[0];
            if (!name.equals("expand") && !names.contains(name)) {
                throw StripeError.invalid("parameter_unknown", name, "Received unknown parameter: " + name);
            }
        }
    }

    Optional<String> get(String key) {
        return Optional.ofNullable(values.get(key)).map(List::getLast).filter(value -> !value.isEmpty());
    }

    String required(String key) {
        return get(key).orElseThrow(
                        () -> StripeError.invalid("parameter_missing", key, "Missing required param: " + key + "."));
    }

    Optional<Long> whole(String key) {
        return get(key).map(value -> {
            try {
                return Long.parseLong(value);
            } catch (NumberFormatException e) {
                throw StripeError.invalid("parameter_invalid_integer", key, "Invalid integer: " + value);
            }
        });
    }

    boolean flag(String key) {
        return get(key).map("true"::equals).orElse(false);
    }

    /** Returns the values of {@code key[]} or of {@code key[0]}, {@code key[1]}, …. */
    List<String> list(String key) {
        return children(key).values().stream().flatMap(List::stream).toList();
    }

    /** Returns the entries of {@code key[a]}, {@code key[b]}, …. */
    Map<String, String> map(String key) {
        Map<String, String> entries = new TreeMap<>();
        children(key).forEach((name, all) -> entries.put(name, all.getLast()));
        return entries;
    }

    boolean has(String key) {
        return values.containsKey(key) || !children(key).isEmpty();
    }

    private Map<String, List<String>> children(String key) {
        Map<String, List<String>> children = new TreeMap<>();
        values.forEach((name, all) -> {
            if (name.startsWith(key + "[") && name.endsWith("]")) {
                children.put(name.substring(key.length() + 1, name.length() - 1), all);
            }
        });
        return children;
    }
}
