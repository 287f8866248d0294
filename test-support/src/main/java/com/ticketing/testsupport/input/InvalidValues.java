package com.ticketing.testsupport.input;

import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/**
 * Invalid JSON values of a field, by name.
 *
 * @param invalid values that a service rejects with an error that names the field
 * @param mistyped values that are no JSON of the field's type
 */
record InvalidValues(Map<String, String> invalid, Map<String, String> mistyped) {

    /** Stands for a field that is left out. */
    static final String MISSING = "";

    static InvalidValues text(int maxLength) {
        Map<String, String> invalid = absent();
        invalid.put("empty", "\"\"");
        invalid.put("blank", "\" \\t \"");
        invalid.put("too long", quoted("x".repeat(maxLength + 1)));
        return new InvalidValues(invalid, notAString());
    }

    static InvalidValues visibleText(int maxLength) {
        InvalidValues text = text(maxLength);
        Map<String, String> invalid = new LinkedHashMap<>(text.invalid());
        invalid.put("invisible", quoted("\u200B\u3164\uFE0F\u2800"));
        invalid.put("a mark without a letter", quoted("\u0301"));
        invalid.put("a control", quoted("x\u0000"));
        invalid.put("two lines", quoted("x\u2028x"));
        invalid.put("text direction", quoted("\u202Etxt.exe"));
        invalid.put("too long in code points", quoted("🎟".repeat(maxLength + 1)));
        return new InvalidValues(invalid, text.mistyped());
    }

    static InvalidValues email() {
        Map<String, String> invalid = absent();
        invalid.put("empty", "\"\"");
        invalid.put("without @", quoted("ann.example.com"));
        invalid.put("without a name", quoted("@example.com"));
        invalid.put("without a domain", quoted("ann@"));
        invalid.put("invisible characters", quoted("an\u200Bn@example.com"));
        invalid.put("text direction", quoted("an\u202En@example.com"));
        invalid.put("too long", quoted("a".repeat(400) + "@example.com"));
        return new InvalidValues(invalid, notAString());
    }

    static InvalidValues password(int minLength, int maxBytes) {
        Map<String, String> invalid = absent();
        invalid.put("empty", "\"\"");
        invalid.put("too short", quoted("x".repeat(minLength - 1)));
        invalid.put("too short in characters", quoted("é".repeat(minLength - 1)));
        invalid.put("invisible characters", quoted("correct\u200Bhorse"));
        invalid.put("too long", quoted("x".repeat(maxBytes + 1)));
        invalid.put("too long in bytes", quoted("ü".repeat(maxBytes / 2 + 1)));
        return new InvalidValues(invalid, notAString());
    }

    static InvalidValues price() {
        Map<String, String> invalid = absent();
        invalid.put("zero", "0");
        invalid.put("negative", "-0.01");
        invalid.put("three decimals", "19.999");
        invalid.put("a thousandth", "0.001");
        invalid.put("too high", "1000000.01");
        invalid.put("far too high", "1e300");
        invalid.put("almost zero", "1e-300");
        Map<String, String> mistyped = structures();
        mistyped.put("a boolean", "true");
        mistyped.put("a word", "\"cheap\"");
        return new InvalidValues(invalid, mistyped);
    }

    static InvalidValues optionalPrice() {
        return new InvalidValues(Map.of(), price().mistyped());
    }

    static InvalidValues optionalWholeNumber() {
        Map<String, String> mistyped = structures();
        mistyped.put("a boolean", "true");
        mistyped.put("a string", "\"1\"");
        mistyped.put("a word", "\"first\"");
        mistyped.put("a fraction", "1.5");
        mistyped.put("beyond 64 bits", "99999999999999999999");
        return new InvalidValues(Map.of(), mistyped);
    }

    static InvalidValues id() {
        Map<String, String> invalid = absent();
        invalid.put("empty", "\"\"");
        return new InvalidValues(invalid, notAString());
    }

    private static Map<String, String> absent() {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("missing", MISSING);
        values.put("null", "null");
        return values;
    }

    private static Map<String, String> notAString() {
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
        return JsonMapper.shared().writeValueAsString(text);
    }
}
