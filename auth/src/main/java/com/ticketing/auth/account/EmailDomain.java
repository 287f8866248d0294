package com.ticketing.auth.account;

import com.ibm.icu.text.IDNA;
import java.util.Optional;

/**
 * Converts domain names to ASCII as mail servers do: by UTS #46 without its transitional mappings. The JDK's
 * {@code IDN} implements the older IDNA 2003, which maps names such as {@code faß.example} to domains of other owners.
 */
final class EmailDomain {

    private static final IDNA IDNA_2008 = IDNA.getUTS46Instance(
            IDNA.NONTRANSITIONAL_TO_ASCII | IDNA.USE_STD3_RULES | IDNA.CHECK_BIDI | IDNA.CHECK_CONTEXTJ);

    private EmailDomain() {}

    /** Returns the name in ASCII and lower case, or empty if it is not a domain name. */
    static Optional<String> toAscii(String name) {
        IDNA.Info info = new IDNA.Info();
        StringBuilder ascii = IDNA_2008.nameToASCII(name, new StringBuilder(), info);
        return info.hasErrors() ? Optional.empty() : Optional.of(ascii.toString());
    }
}
