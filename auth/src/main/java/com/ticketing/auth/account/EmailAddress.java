package com.ticketing.auth.account;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** An email address in the one form that is stored and compared: without space around it, in lower case. */
public record EmailAddress(String value) {

    /** RFC 5321, section 4.5.3.1.3: a path has 256 octets, its angle brackets included. */
    private static final int LONGEST = 254;

    private static final String LABEL = "[\\p{L}\\p{N}]([\\p{L}\\p{N}-]*[\\p{L}\\p{N}])?";
    private static final Pattern PATTERN =
            Pattern.compile("[^@\\s\\p{C}\"<>(),;:\\\\\\[\\]]{1,64}@(" + LABEL + "\\.)+" + LABEL);

    public EmailAddress {
        if (!isValid(value)) {
            throw new IllegalArgumentException("Not an email address in its stored form");
        }
    }

    /** The address as a person typed it; empty if it is none. */
    public static Optional<EmailAddress> parse(String typed) {
        String normal = typed.strip().toLowerCase(Locale.ROOT);
        return isValid(normal) ? Optional.of(new EmailAddress(normal)) : Optional.empty();
    }

    private static boolean isValid(String normal) {
        return normal.length() <= LONGEST
                && normal.equals(normal.toLowerCase(Locale.ROOT))
                && PATTERN.matcher(normal).matches();
    }

    /** Not the address, which has no place in a log. */
    @Override
    public String toString() {
        return "EmailAddress";
    }
}
