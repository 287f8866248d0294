package com.ticketing.auth.account;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import rocks.xmpp.precis.PrecisProfiles;

/**
 * Prepares passwords by the profile OpaqueString of RFC 8265, so that a password is the same on every keyboard: characters
 * are composed and every space is U+0020. Upper and lower case, widths and all other differences stay.
 */
final class OpaquePassword {

    /** Stands for text that cannot be hashed. It is shorter than any password. */
    private static final String NO_PASSWORD = " ";

    private OpaquePassword() {}

    /** Returns the prepared password, or empty if it is empty or has characters that a password must not have. */
    static Optional<String> prepare(String typed) {
        try {
            return Optional.of(PrecisProfiles.OPAQUE_STRING.enforce(typed));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Returns the forms that may have been hashed: older versions have hashed passwords as they were typed. */
    static List<String> forms(String typed) {
        return Stream.concat(prepare(typed).stream(), Stream.of(hashable(typed)))
                .distinct()
                .toList();
    }

    /** Half a surrogate pair has no UTF-8. */
    private static String hashable(String typed) {
        return UTF_8.newEncoder().canEncode(typed) ? typed : NO_PASSWORD;
    }
}
