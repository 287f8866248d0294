package com.ticketing.testsupport;

import java.util.LinkedHashMap;
import java.util.Map;

/** Values, as JSON, that are wrong for a field; absent is {@link #MISSING}. */
record BadValues(Map<String, String> refused, Map<String, String> mistyped) {

    static final String MISSING = "";

    static BadValues text(int maxLength) {
        Map<String, String> refused = absent();
        refused.put("empty", "\"\"");
        refused.put("blank", "\" \\t \"");
        refused.put("too long", quoted("x".repeat(maxLength + 1)));
        return new BadValues(refused, noText());
    }

    static BadValues email() {
        Map<String, String> refused = absent();
        refused.put("empty", "\"\"");
        refused.put("without @", quoted("ann.example.com"));
        refused.put("without a name", quoted("@example.com"));
        refused.put("without a domain", quoted("ann@"));
        refused.put("too long", quoted("a".repeat(400) + "@example.com"));
        return new BadValues(refused, noText());
    }

    static BadValues password(int minBytes, int maxBytes) {
        Map<String, String> refused = absent();
        refused.put("empty", "\"\"");
        refused.put("too short", quoted("x".repeat(minBytes - 1)));
        refused.put("too long", quoted("x".repeat(maxBytes + 1)));
        refused.put("too long in bytes", quoted("ü".repeat(maxBytes / 2 + 1)));
        return new BadValues(refused, noText());
    }

    static BadValues price() {
        Map<String, String> refused = absent();
        refused.put("zero", "0");
        refused.put("negative", "-0.01");
        refused.put("three decimals", "19.999");
        refused.put("a thousandth", "0.001");
        refused.put("too much", "1000000.01");
        refused.put("astronomic", "1e300");
        refused.put("minute", "1e-300");
        Map<String, String> mistyped = structures();
        mistyped.put("a boolean", "true");
        mistyped.put("words", "\"cheap\"");
        return new BadValues(refused, mistyped);
    }

    static BadValues optionalPrice() {
        return new BadValues(Map.of(), price().mistyped());
    }

    static BadValues optionalWholeNumber() {
        Map<String, String> mistyped = structures();
        mistyped.put("a boolean", "true");
        mistyped.put("a text", "\"1\"");
        mistyped.put("words", "\"first\"");
        mistyped.put("a fraction", "1.5");
        mistyped.put("beyond 64 bits", "99999999999999999999");
        return new BadValues(Map.of(), mistyped);
    }

    static BadValues id() {
        Map<String, String> refused = absent();
        refused.put("empty", "\"\"");
        return new BadValues(refused, noText());
    }

    private static Map<String, String> absent() {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("missing", MISSING);
        values.put("null", "null");
        return values;
    }

    private static Map<String, String> noText() {
        Map<String, String> values = structures();
        values.put("a number", "12345678");
        values.put("a boolean", "true");
        return values;
    }

    private static Map<String, String> structures() {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("an object", "{\"$gt\":\"\"}");
        values.put("an array", "[\"x\",\"y\"]");
        return values;
    }

    static String quoted(String text) {
        return Api.JSON.writeValueAsString(text);
    }
}
