package com.ticketing.common.money;

import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What Stripe can charge in each currency, the one table of the suite. The source is Stripe's page <a
 * href="https://docs.stripe.com/currencies">Supported currencies</a>:
 *
 * <ul>
 *   <li>The smallest unit is a hundredth, but a whole unit or a thousandth in some currencies. The list differs from
 *       ISO 4217, where for example the Malagasy ariary has two decimals.
 *   <li>Amounts in a currency with thousandths must end in 0. Icelandic krónur and Ugandan shillings are counted in
 *       hundredths, but fractions of them cannot be charged.
 *   <li>The minimum is that of an account that is paid out in the currency. Other accounts have the minimum of their
 *       own currency, which depends on the exchange rate, so that Stripe may reject an amount above this minimum.
 *   <li>The maximum has eight digits, as the API reference of PaymentIntents states, and twelve in Indonesian rupiahs.
 *       Some cards can pay more, and others less.
 * </ul>
 *
 * @param decimals the number of decimals of the smallest unit, in which amounts are counted
 * @param step the smallest difference of two amounts, in smallest units
 * @param minimum in smallest units
 * @param maximum in smallest units
 */
record ChargeLimits(int decimals, long step, long minimum, long maximum) {

    private static final long EIGHT_DIGITS = 99_999_999;

    private static final ChargeLimits USUAL = new ChargeLimits(2, 1, 1, EIGHT_DIGITS);

    /** Columns: code, decimals, step, minimum, and the maximum if it differs. */
    private static final String TABLE = """
            usd 2   1    50
            aed 2   1   200
            ars 2   1    50
            aud 2   1    50
            bhd 3  10    10
            bif 0   1     1
            brl 2   1    50
            cad 2   1    50
            chf 2   1    50
            clp 0   1     1
            cop 2   1    50
            czk 2   1  1500
            djf 0   1     1
            dkk 2   1   250
            eur 2   1    50
            gbp 2   1    30
            gnf 0   1     1
            hkd 2   1   400
            huf 2   1 17500
            idr 2   1    50 999999999999
            ils 2   1    50
            inr 2   1    50
            isk 2 100   100
            jod 3  10    10
            jpy 0   1    50
            kmf 0   1     1
            krw 0   1    50
            kwd 3  10    10
            mga 0   1     1
            mxn 2   1  1000
            myr 2   1   200
            nok 2   1   300
            nzd 2   1    50
            omr 3  10    10
            php 2   1    50
            pln 2   1   200
            pyg 0   1     1
            ron 2   1   200
            rub 2   1    50
            rwf 0   1     1
            sek 2   1   300
            sgd 2   1    50
            thb 2   1  1000
            tnd 3  10    10
            ugx 2 100   100
            vnd 0   1     1
            vuv 0   1     1
            xaf 0   1     1
            xof 0   1     1
            xpf 0   1     1
            zar 2   1    50
            """;

    private static final Map<String, ChargeLimits> BY_CODE = TABLE.lines()
            .map(row -> row.split(" +"))
            .collect(Collectors.toUnmodifiableMap(row -> row[0], ChargeLimits::of));

    private static ChargeLimits of(String[] row) {
        Function<Integer, Long> column = index -> Long.valueOf(row[index]);
        long step = column.apply(2);
        long maximum = row.length > 4 ? column.apply(4) : EIGHT_DIGITS;
        return new ChargeLimits(Math.toIntExact(column.apply(1)), step, column.apply(3), maximum - maximum % step);
    }

    /** Returns the limits of the currency with the ISO 4217 code; a code that is not listed has the usual ones. */
    static ChargeLimits of(String code) {
        return BY_CODE.getOrDefault(code.toLowerCase(Locale.ROOT), USUAL);
    }
}
