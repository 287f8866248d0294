package com.ticketing.auth.account;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import rocks.xmpp.precis.PrecisProfiles;

/**
 * Prepares passwords by the profile OpaqueString of RFC 8265, so that a password is the same on every keyboard:
 * characters are composed and every space is U+0020. Upper and lower case, widths and all other differences stay.
 */
final class OpaquePassword {

    /**
     * The maximum length of a typed password, in characters; it bounds the work of the preparation, which is not
     * linear. A prepared password of {@link ValidPassword#MAX_BYTES} is not typed with more, since a character
     * decomposes into at most four.
     */
    private static final int MAX_LENGTH = 4 * ValidPassword.MAX_BYTES;

    /** The replacement for text that cannot be hashed; shorter than any password. */
    private static final String NO_PASSWORD = " ";

    private OpaquePassword() {}

    /** Returns whether the typed password is too long for any prepared one. */
    static boolean isTooLong(String typed) {
        return typed.length() > MAX_LENGTH;
    }

    /**
     * Returns the prepared password, or empty if it is empty, too long or has characters that a password must not have.
     */
    static Optional<String> prepare(String typed) {
        if (isTooLong(typed)) {
            return Optional.empty();
        }
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

    /** A lone surrogate has no encoding in UTF-8. */
    private static String hashable(String typed) {
        return !isTooLong(typed) && UTF_8.newEncoder().canEncode(typed) ? typed : NO_PASSWORD;
    }
}
