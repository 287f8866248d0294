package com.ticketing.auth.account;

import com.ticketing.auth.AuthError;
import com.ticketing.common.errors.ApiException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** An email address in its normal form, which is stored and compared: trimmed and in lower case. */
public record EmailAddress(String value) {

    /** RFC 5321, section 4.5.3.1.3: a path has at most 256 octets, including its angle brackets. */
    private static final int MAX_LENGTH = 254;

    private static final String LABEL = "[\\p{L}\\p{N}]([\\p{L}\\p{N}-]*[\\p{L}\\p{N}])?";
    private static final Pattern PATTERN =
            Pattern.compile("[^@\\s\\p{C}\"<>(),;:\\\\\\[\\]]{1,64}@(" + LABEL + "\\.)+" + LABEL);

    public EmailAddress {
        if (!isValid(value)) {
            throw new IllegalArgumentException("Not an email address in its normal form");
        }
    }

    /** Returns the normal form of the given text, or empty if the text is not an email address. */
    public static Optional<EmailAddress> parse(String text) {
        String normal = normalize(text);
        return isValid(normal) ? Optional.of(new EmailAddress(normal)) : Optional.empty();
    }

    /**
     * Returns the normal form of a request's field {@code email}.
     *
     * @throws ApiException 400 {@code email-invalid} if the text is not an email address
     */
    public static EmailAddress require(String text) {
        return parse(text).orElseThrow(() -> new ApiException(AuthError.EMAIL_INVALID).withField("email"));
    }

    /** Trims a text and changes it to lower case, without checking that it is an email address. */
    static String normalize(String text) {
        return text.strip().toLowerCase(Locale.ROOT);
    }

    private static boolean isValid(String normal) {
        return normal.length() <= MAX_LENGTH
                && normal.equals(normal.toLowerCase(Locale.ROOT))
                && PATTERN.matcher(normal).matches();
    }

    /** Omits the address, because personal data must not reach a log. */
    @Override
    public String toString() {
        return "EmailAddress";
    }
}
