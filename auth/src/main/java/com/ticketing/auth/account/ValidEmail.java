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
import org.jspecify.annotations.Nullable;

/** Accepts a text that {@link EmailAddress#parse} accepts, a new email only with a valid domain; null is invalid. */
@Documented
@Target({ElementType.FIELD, ElementType.RECORD_COMPONENT})
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = ValidEmail.Validator.class)
public @interface ValidEmail {

    String message() default "{email-invalid}";

    /** Whether the email is a new one, whose domain must be valid by IDNA. */
    boolean isNew() default false;

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Parses the text, and checks the domain of a new email. */
    class Validator implements ConstraintValidator<ValidEmail, String> {

        private boolean isNew;

        @Override
        public void initialize(ValidEmail constraint) {
            isNew = constraint.isNew();
        }

        @Override
        public boolean isValid(@Nullable String value, ConstraintValidatorContext context) {
            return value != null
                    && EmailAddress.parse(value)
                            .filter(email -> !isNew || email.hasValidDomain())
                            .isPresent();
        }
    }
}
