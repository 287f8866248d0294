package com.ticketing.testsupport.identity;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Valid tokens with a changed, missing or additional part. */
final class TamperedTokens {

    private static final int CHANGED_CHARACTERS = 100;
    private static final int MAX_TRUNCATION = 20;

    private TamperedTokens() {}

    static Stream<HostileIdentity> all(String key) {
        String valid = ForgedToken.valid(key);
        List<HostileIdentity> all = new ArrayList<>();
        for (int i = 0; i < valid.length() - 1; i += Math.max(1, valid.length() / CHANGED_CHARACTERS)) {
            char other = valid.charAt(i) == 'A' ? 'B' : 'A';
            all.add(session("character " + i + " changed", valid.substring(0, i) + other + valid.substring(i + 1)));
        }
        for (int length = 1; length <= MAX_TRUNCATION; length++) {
            all.add(session("truncated by " + length, valid.substring(0, valid.length() - length)));
        }
        return Stream.concat(all.stream(), parts(valid, key));
    }

    private static Stream<HostileIdentity> parts(String valid, String key) {
        int firstDot = valid.indexOf('.');
        int lastDot = valid.lastIndexOf('.');
        String otherToken = ForgedToken.withClaims("{}", key);
        return Stream.of(
                session("no signature", valid.substring(0, lastDot + 1)),
                session("no signature and no dot", valid.substring(0, lastDot)),
                session("no claims", valid.substring(0, firstDot + 1) + valid.substring(lastDot)),
                session("no header", valid.substring(firstDot)),
                session("repeated", valid + valid),
                session("with a suffix", valid + ".x"),
                session("with a prefix", "x." + valid),
                session("in upper case", valid.toUpperCase(Locale.ROOT)),
                session(
                        "signature of another token",
                        valid.substring(0, lastDot) + otherToken.substring(otherToken.lastIndexOf('.'))),
                session("with a suffix in a JSON object", ForgedToken.base64("{\"jwt\":\"" + valid + ".x\"}")));
    }

    private static HostileIdentity session(String change, String value) {
        return HostileIdentity.session("token " + change, value);
    }
}
