package com.ticketing.testsupport.identity;

import static com.ticketing.testsupport.identity.HostileIdentity.session;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Tokens whose header names an algorithm other than HS256, and tokens signed with a wrong key. */
final class WrongAlgorithms {

    private static final List<String> NONE_AND_INVALID =
            List.of("none", "None", "NONE", "nOnE", "", " ", "null", "HS256 ", "hs256", "HS1", "dir");
    private static final List<String> OTHERS =
            List.of("RS256", "RS512", "PS256", "ES256", "ES512", "EdDSA", "HS384", "HS512");

    private WrongAlgorithms() {}

    static Stream<HostileIdentity> all(String key) {
        List<HostileIdentity> all = new ArrayList<>();
        for (String name : NONE_AND_INVALID) {
            all.add(session("alg '" + name + "' unsigned", ForgedToken.unsigned(header(name))));
            all.add(session("alg '" + name + "' signed", ForgedToken.withHeader(header(name), key)));
        }
        for (String name : OTHERS) {
            all.add(session("alg " + name + " over HMAC-SHA256", ForgedToken.withHeader(header(name), key)));
        }
        for (String bits : List.of("384", "512")) {
            String token = ForgedToken.signed(header("HS" + bits), ForgedToken.claims(), "HmacSHA" + bits, key);
            all.add(session("alg HS" + bits + " over HMAC-SHA" + bits, token));
        }
        all.add(session("no alg", ForgedToken.withHeader("{\"typ\":\"JWT\"}", key)));
        all.add(session("alg a number", ForgedToken.withHeader("{\"alg\":256}", key)));
        all.add(session("alg an array", ForgedToken.withHeader("{\"alg\":[\"HS256\"]}", key)));
        all.add(session(
                "critical extension",
                ForgedToken.signed("{\"alg\":\"HS256\",\"crit\":[\"x\"],\"x\":1}", "{}", "HmacSHA256", key)));
        return Stream.concat(all.stream(), wrongKeys(key));
    }

    private static Stream<HostileIdentity> wrongKeys(String key) {
        return Stream.of(ForgedToken.UNKNOWN_KEY, "secret", "asdf", key + " ", key.substring(1), "\0")
                .map(wrong -> session("wrong key of length " + wrong.length(), ForgedToken.valid(wrong)));
    }

    private static String header(String algorithm) {
        return "{\"alg\":\"" + algorithm + "\"}";
    }
}
