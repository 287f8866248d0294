package com.ticketing.payments.stripe;

import com.ticketing.common.settings.InvalidSettingException;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The currency that prices are in, as Stripe counts it. */
public final class ChargeCurrency {

    /** Stripe's own list; it is not ISO 4217's, which gives Madagascar's ariary two decimals. */
    private static final Set<String> WITHOUT_DECIMALS = Set.of(
            "bif", "clp", "djf", "gnf", "jpy", "kmf", "krw", "mga", "pyg", "rwf", "vnd", "vuv", "xaf", "xof", "xpf");

    private static final Set<String> WITH_THREE_DECIMALS = Set.of("bhd", "jod", "kwd", "omr", "tnd");

    /** Stripe counts these in hundredths, and takes no fraction of their unit all the same. */
    private static final Set<String> WITHOUT_FRACTIONS = Set.of("isk", "ugx");

    private final String code;
    private final int decimals;

    private ChargeCurrency(String code) {
        this.code = code;
        this.decimals = WITHOUT_DECIMALS.contains(code) ? 0 : WITH_THREE_DECIMALS.contains(code) ? 3 : 2;
    }

    /**
     * The currency of an ISO 4217 code, in either case.
     *
     * @throws InvalidSettingException if it is none that money comes in
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

    /** In lower case. */
    public String code() {
        return code;
    }

    /** What the number of smallest units is worth. */
    public BigDecimal amount(long minorUnits) {
        return BigDecimal.valueOf(minorUnits, decimals);
    }

    /**
     * The price in the currency's smallest unit, exactly.
     *
     * @throws ArithmeticException if the price is finer than the currency
     */
    public long minorUnits(BigDecimal price) {
        if (WITHOUT_FRACTIONS.contains(code)) {
            return Math.multiplyExact(price.longValueExact(), 100L);
        }
        return price.movePointRight(decimals).longValueExact();
    }
}
