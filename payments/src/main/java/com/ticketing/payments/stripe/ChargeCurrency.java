package com.ticketing.payments.stripe;

import com.ticketing.common.settings.InvalidSettingException;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The currency of all prices, and its smallest unit at Stripe. */
public final class ChargeCurrency {

    /** Stripe's list, which differs from ISO 4217: there the Malagasy ariary has two decimals. */
    private static final Set<String> WITHOUT_DECIMALS = Set.of(
            "bif", "clp", "djf", "gnf", "jpy", "kmf", "krw", "mga", "pyg", "rwf", "vnd", "vuv", "xaf", "xof", "xpf");

    private static final Set<String> WITH_THREE_DECIMALS = Set.of("bhd", "jod", "kwd", "omr", "tnd");

    /** Stripe counts these in hundredths but rejects amounts with a fraction. */
    private static final Set<String> WITHOUT_FRACTIONS = Set.of("isk", "ugx");

    private final String code;
    private final int decimals;

    private ChargeCurrency(String code) {
        this.code = code;
        this.decimals = WITHOUT_DECIMALS.contains(code) ? 0 : WITH_THREE_DECIMALS.contains(code) ? 3 : 2;
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

    /** Returns the number of decimals of an amount that can be charged. */
    public int digits() {
        return WITHOUT_FRACTIONS.contains(code) ? 0 : decimals;
    }

    /** Returns the amount for a number of smallest units. */
    public BigDecimal amount(long minorUnits) {
        return BigDecimal.valueOf(minorUnits, decimals);
    }

    /**
     * Returns the price in the currency's smallest unit.
     *
     * @throws ArithmeticException if the price has more decimals than the currency
     */
    public long minorUnits(BigDecimal price) {
        if (WITHOUT_FRACTIONS.contains(code)) {
            return Math.multiplyExact(price.longValueExact(), 100L);
        }
        return price.movePointRight(decimals).longValueExact();
    }
}
