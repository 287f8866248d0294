package com.ticketing.common.money;

import com.ticketing.common.settings.InvalidSettingException;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The currency of all prices, its smallest unit at Stripe, and the prices that Stripe can charge in it. */
public final class ChargeCurrency {

    private final String code;
    private final ChargeLimits limits;

    private ChargeCurrency(String code) {
        this.code = code;
        this.limits = ChargeLimits.of(code);
    }

    /** Why a price cannot be charged. */
    public enum Problem {
        TOO_LOW,
        TOO_HIGH,
        TOO_MANY_DECIMALS
    }

    /**
     * Returns the currency with the ISO 4217 code, in upper or lower case.
     *
     * @throws InvalidSettingException if the code is unknown or is not a currency of payments, such as gold
     */
    public static ChargeCurrency of(String code) {
        try {
            Currency currency = Currency.getInstance(code.strip().toUpperCase(Locale.ROOT));
            if (currency.getDefaultFractionDigits() >= 0) {
                return new ChargeCurrency(currency.getCurrencyCode().toLowerCase(Locale.ROOT));
            }
        } catch (IllegalArgumentException e) {
            throw unknown(e);
        }
        throw unknown(null);
    }

    private static InvalidSettingException unknown(@Nullable Throwable cause) {
        InvalidSettingException invalid =
                new InvalidSettingException("CURRENCY is not an ISO 4217 code", "for example: usd");
        invalid.initCause(cause);
        return invalid;
    }

    /** Returns the ISO 4217 code in lower case, as Stripe writes it. */
    public String code() {
        return code;
    }

    /** Returns the number of decimals of a price that can be charged. */
    public int digits() {
        return scale(amount(limits.step()));
    }

    /**
     * Returns the number of decimals of the smallest unit, in which Stripe counts. It may be greater than
     * {@link #digits}.
     */
    public int decimals() {
        return limits.decimals();
    }

    /** Returns the lowest price that can be charged. */
    public BigDecimal minimum() {
        return amount(limits.minimum());
    }

    /** Returns the highest price that can be charged. */
    public BigDecimal maximum() {
        return amount(limits.maximum());
    }

    /** Returns why the price cannot be charged, or empty if it can. */
    public Optional<Problem> problem(BigDecimal price) {
        if (price.compareTo(minimum()) < 0) {
            return Optional.of(Problem.TOO_LOW);
        }
        if (price.compareTo(maximum()) > 0) {
            return Optional.of(Problem.TOO_HIGH);
        }
        return scale(price) > digits() ? Optional.of(Problem.TOO_MANY_DECIMALS) : Optional.empty();
    }

    private static int scale(BigDecimal price) {
        return Math.max(0, price.stripTrailingZeros().scale());
    }

    /** Returns the price for a number of smallest units. */
    public BigDecimal amount(long minorUnits) {
        return BigDecimal.valueOf(minorUnits, limits.decimals());
    }

    /**
     * Returns the price in the currency's smallest unit. It may be lower or higher than what can be charged.
     *
     * @throws ArithmeticException if the price has more decimals than can be charged
     */
    public long minorUnits(BigDecimal price) {
        if (scale(price) > digits()) {
            throw new ArithmeticException("The price has more than " + digits() + " decimals");
        }
        return price.movePointRight(limits.decimals()).longValueExact();
    }
}
