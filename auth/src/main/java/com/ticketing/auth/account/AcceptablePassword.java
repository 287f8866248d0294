package com.ticketing.auth.account;

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
import org.jspecify.annotations.Nullable;

/** A password that a person may choose. Its length is judged, and whether everybody has it: rules of character classes make passwords worse. */
@Documented
@Target({ElementType.FIELD, ElementType.RECORD_COMPONENT})
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = AcceptablePassword.Validator.class)
public @interface AcceptablePassword {

    /** In bytes of UTF-8. */
    int LONGEST = 72;

    String message() default "{password-length}";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** The check. */
    class Validator implements ConstraintValidator<AcceptablePassword, String> {

        private static final int SHORTEST = 8;

        @Override
        public boolean isValid(@Nullable String value, ConstraintValidatorContext context) {
            if (value == null) {
                return false;
            }
            int bytes = value.getBytes(StandardCharsets.UTF_8).length;
            if (bytes < SHORTEST || bytes > LONGEST) {
                return false;
            }
            if (!CommonPasswords.contains(value)) {
                return true;
            }
            context.disableDefaultConstraintViolation();
            context.buildConstraintViolationWithTemplate("{password-too-common}")
                    .addConstraintViolation();
            return false;
        }
    }
}
