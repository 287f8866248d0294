package com.ticketing.tickets.ticket;

import com.ticketing.common.money.ChargeCurrency;
import com.ticketing.common.money.ChargeCurrency.Problem;
import com.ticketing.tickets.TicketError;
import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.math.BigDecimal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Accepts a price that the payments service can charge, so that every listed ticket can be paid. */
@Documented
@Target({ElementType.FIELD, ElementType.RECORD_COMPONENT})
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = Chargeable.Validator.class)
@interface Chargeable {

    /** The validator replaces it by the code of the rule that failed. */
    String message() default "{price-too-low}";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Checks the price in the suite's currency. */
    class Validator implements ConstraintValidator<Chargeable, BigDecimal> {

        private final ChargeCurrency currency;

        Validator(ChargeCurrency currency) {
            this.currency = currency;
        }

        @Override
        public boolean isValid(@Nullable BigDecimal price, ConstraintValidatorContext context) {
            Optional<Problem> problem = price == null ? Optional.empty() : currency.problem(price);
            problem.map(Validator::code).ifPresent(code -> {
                context.disableDefaultConstraintViolation();
                context.buildConstraintViolationWithTemplate("{" + code.code() + "}")
                        .addConstraintViolation();
            });
            return problem.isEmpty();
        }

        private static TicketError code(Problem problem) {
            return switch (problem) {
                case TOO_LOW -> TicketError.PRICE_TOO_LOW;
                case TOO_HIGH -> TicketError.PRICE_TOO_HIGH;
                case TOO_MANY_DECIMALS -> TicketError.PRICE_TOO_MANY_DECIMALS;
            };
        }
    }
}
