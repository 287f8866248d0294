package com.ticketing.auth.account;

import com.ticketing.auth.AuthError;
import com.ticketing.common.text.Text;
import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Accepts a new password of at least 8 characters and at most 72 bytes, as {@link OpaquePassword} prepares it, that is
 * not a common password. There are no rules about character classes, because they lead to weaker passwords (NIST SP
 * 800-63B).
 */
@Documented
@Target({ElementType.FIELD, ElementType.RECORD_COMPONENT})
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = ValidPassword.Validator.class)
public @interface ValidPassword {

    /** The maximum length in UTF-8 bytes. */
    int MAX_BYTES = 72;

    /** Names the code of a missing password; the validator replaces it by the code of the rule that failed. */
    String message() default "{password-too-short}";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Checks characters, length and common passwords. */
    class Validator implements ConstraintValidator<ValidPassword, String> {

        private static final int MIN_LENGTH = 8;

        @Override
        public boolean isValid(@Nullable String value, ConstraintValidatorContext context) {
            Optional<AuthError> error = value == null ? Optional.of(AuthError.PASSWORD_TOO_SHORT) : check(value);
            error.ifPresent(found -> {
                context.disableDefaultConstraintViolation();
                context.buildConstraintViolationWithTemplate("{" + found.code() + "}")
                        .addConstraintViolation();
            });
            return error.isEmpty();
        }

        private static Optional<AuthError> check(String typed) {
            if (OpaquePassword.isTooLong(typed)) {
                return Optional.of(AuthError.PASSWORD_TOO_LONG);
            }
            String password = OpaquePassword.prepare(typed).orElse("");
            if (Text.length(password) < MIN_LENGTH) {
                boolean malformed = password.isEmpty() && !typed.isEmpty();
                return Optional.of(malformed ? AuthError.PASSWORD_MALFORMED : AuthError.PASSWORD_TOO_SHORT);
            }
            if (password.getBytes(StandardCharsets.UTF_8).length > MAX_BYTES) {
                return Optional.of(AuthError.PASSWORD_TOO_LONG);
            }
            return CommonPasswords.contains(password) ? Optional.of(AuthError.PASSWORD_TOO_COMMON) : Optional.empty();
        }
    }
}
