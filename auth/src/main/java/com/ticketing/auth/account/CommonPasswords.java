package com.ticketing.auth.account;

import com.ticketing.common.text.Folding;
import com.ticketing.common.text.Text;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.core.io.ClassPathResource;

/** The list of the most common passwords, compared without regard to case, accents, widths and spaces at the ends. */
final class CommonPasswords {

    private static final Set<String> PASSWORDS = load();

    private CommonPasswords() {}

    static boolean contains(String password) {
        return PASSWORDS.contains(folded(password));
    }

    private static String folded(String password) {
        return Text.trim(Folding.fold(password));
    }

    private static Set<String> load() {
        try {
            return new ClassPathResource("common-passwords.txt", CommonPasswords.class)
                    .getContentAsString(StandardCharsets.UTF_8)
                    .lines()
                    .map(CommonPasswords::folded)
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
