package com.ticketing.common.idempotency;

import com.ticketing.common.errors.CommonError;
import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import jakarta.validation.ReportAsSingleViolation;
import jakarta.validation.constraints.Pattern;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Limits the header {@code Idempotency-Key} to 1 to 255 visible ASCII characters, see
 * {@link CommonError#IDEMPOTENCY_KEY_MALFORMED}.
 */
@Pattern(regexp = "[!-~]{1,255}")
@ReportAsSingleViolation
@Constraint(validatedBy = {})
@Target(ElementType.PARAMETER)
@Retention(RetentionPolicy.RUNTIME)
@Documented
public @interface IdempotencyKey {

    /** The name of the header. */
    String HEADER = "Idempotency-Key";

    String message() default "{idempotency-key-malformed}";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};
}
