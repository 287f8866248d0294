package com.ticketing.auth.account;

import com.ticketing.auth.AuthError;
import com.ticketing.common.errors.ApiException;
import com.ticketing.common.text.Text;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An email address in its normal form, which is stored and compared: trimmed, in lower case, the local part composed
 * (NFC) and the domain in ASCII (IDNA). Addresses of one mailbox that look alike are therefore equal.
 */
public record EmailAddress(String value) {

    /** RFC 5321, section 4.5.3.1.3: a path has at most 256 octets, including its angle brackets. */
    private static final int MAX_LENGTH = 254;

    /** A longer text is not normalized at all. A decomposed address is longer than its normal form. */
    private static final int MAX_TYPED_LENGTH = 4 * MAX_LENGTH;

    private static final String LABEL = "[a-z0-9]([a-z0-9-]*[a-z0-9])?";
    private static final Pattern PATTERN = Pattern.compile("[^@\"<>(),;:\\\\\\[\\]]{1,64}@(" + LABEL + "\\.)+" + LABEL);

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

    /**
     * Returns whether the domain is valid by IDNA, which is required of new emails. Accounts of older versions may have
     * other domains, and can still sign in.
     */
    boolean hasValidDomain() {
        return EmailDomain.toAscii(value.substring(value.lastIndexOf('@') + 1)).isPresent();
    }

    /** Normalizes a text that may be only the beginning of an address, as far as possible. */
    static String normalize(String text) {
        if (text.length() > MAX_TYPED_LENGTH) {
            return text;
        }
        String lower = Text.trim(text).toLowerCase(Locale.ROOT);
        int at = lower.lastIndexOf('@');
        String local = Normalizer.normalize(at < 0 ? lower : lower.substring(0, at), Normalizer.Form.NFC);
        String domain = at < 0 ? "" : lower.substring(at + 1);
        return at < 0 ? local : local + '@' + EmailDomain.toAscii(domain).orElse(domain);
    }

    private static boolean isValid(String normal) {
        return normal.length() <= MAX_LENGTH
                && !Text.hasInvisible(normal)
                && PATTERN.matcher(normal).matches()
                && normal.equals(normalize(normal));
    }

    /** Omits the address, because personal data must not reach a log. */
    @Override
    public String toString() {
        return "EmailAddress";
    }
}
