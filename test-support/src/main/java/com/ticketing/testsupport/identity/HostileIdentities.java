package com.ticketing.testsupport.identity;

import java.util.stream.Stream;

/**
 * Attempts to pass as a signed-in user, as a source of parameterized tests. A service must reject each of them, or
 * treat it as anonymous on a public route.
 */
public final class HostileIdentities {

    private HostileIdentities() {}

    /**
     * Returns more than 200 attempts.
     *
     * @param key the services' signing key: some attempts assume that the attacker knows it
     */
    public static Stream<HostileIdentity> withKey(String key) {
        return Stream.of(
                        TamperedTokens.all(key),
                        WrongAlgorithms.all(key),
                        KeyHeaders.all(),
                        InvalidClaims.all(key),
                        MalformedCookies.all(key),
                        SpoofedHeaders.all(key))
                .flatMap(identities -> identities);
    }
}
