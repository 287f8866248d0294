package com.ticketing.testsupport.identity;

import java.util.stream.Stream;

/** Tokens signed with an unknown key, whose headers offer a key or its location. */
final class KeyHeaders {

    private KeyHeaders() {}

    static Stream<HostileIdentity> all() {
        return Stream.of(
                        "\"kid\":\"\"",
                        "\"kid\":\"/dev/null\"",
                        "\"kid\":\"../../etc/passwd\"",
                        "\"kid\":\"' OR 1=1 --\"",
                        "\"kid\":\"{\\\"$gt\\\":\\\"\\\"}\"",
                        "\"kid\":\"" + "x".repeat(1000) + "\"",
                        "\"kid\":7",
                        "\"kid\":null",
                        "\"kid\":[\"x\"]",
                        "\"jwk\":{\"kty\":\"oct\",\"k\":\"" + ForgedToken.base64(ForgedToken.UNKNOWN_KEY) + "\"}",
                        "\"jku\":\"http://127.0.0.1:1/keys\"",
                        "\"x5u\":\"http://127.0.0.1:1/cert\"",
                        "\"x5c\":[\"AAAA\"]",
                        "\"zip\":\"DEF\"",
                        "\"alg\":\"dir\",\"enc\":\"A256GCM\"")
                .map(KeyHeaders::identity);
    }

    private static HostileIdentity identity(String fields) {
        String header = fields.startsWith("\"alg\"") ? "{" + fields + "}" : "{\"alg\":\"HS256\"," + fields + "}";
        String name = "header " + fields.substring(0, Math.min(30, fields.length()));
        return HostileIdentity.session(name, ForgedToken.withHeader(header, ForgedToken.UNKNOWN_KEY));
    }
}
