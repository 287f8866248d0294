package com.ticketing.tickets.ticket;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Limits a price that a search compares with the prices of tickets, in any currency. */
@DecimalMin(value = "0", message = "{price-too-low}")
@DecimalMax(value = "999999999", message = "{price-too-high}")
@Digits(integer = Integer.MAX_VALUE, fraction = 3, message = "{price-too-many-decimals}")
@Constraint(validatedBy = {})
@Target(ElementType.PARAMETER)
@Retention(RetentionPolicy.RUNTIME)
@Documented
@interface FilterPrice {

    String message() default "";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};
}
