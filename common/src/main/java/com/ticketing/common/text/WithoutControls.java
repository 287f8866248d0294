package com.ticketing.common.text;

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

/** Accepts a text without control characters, line separators and text direction controls. */
@Documented
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.RECORD_COMPONENT})
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = WithoutControls.Validator.class)
public @interface WithoutControls {

    String message();

    /** Whether the text may have several lines, separated by line feeds. */
    boolean multiline() default false;

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Applies {@link Text#hasControls}. */
    class Validator implements ConstraintValidator<WithoutControls, String> {

        private boolean multiline;

        @Override
        public void initialize(WithoutControls constraint) {
            multiline = constraint.multiline();
        }

        @Override
        public boolean isValid(@Nullable String value, ConstraintValidatorContext context) {
            return value == null || !Text.hasControls(multiline ? value.replace("\n", "") : value);
        }
    }
}
