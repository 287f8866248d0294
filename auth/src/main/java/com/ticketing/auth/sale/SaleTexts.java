package com.ticketing.auth.sale;

import static java.util.stream.Collectors.joining;

import com.ticketing.auth.account.Language;
import com.ticketing.auth.mail.ConditionalOnSmtp;
import com.ticketing.auth.mail.MailKind;
import com.ticketing.auth.mail.SmtpMailer;
import com.ticketing.common.events.TicketFacts;
import com.ticketing.common.money.ChargeCurrency;
import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.time.format.TextStyle;
import java.util.Currency;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The values of the templates, in the format of the recipient's language. */
@Component
@ConditionalOnSmtp
class SaleTexts {

    private static final ZoneId UTC = ZoneId.of("UTC");

    private final ChargeCurrency currency;
    private final SmtpMailer mailer;

    SaleTexts(ChargeCurrency currency, SmtpMailer mailer) {
        this.currency = currency;
        this.mailer = mailer;
    }

    /** Returns the values by name, without those that the sale does not state. */
    Map<String, String> values(SaleMail mail, Language language) {
        Sale sale = mail.sale();
        TicketFacts facts = sale.facts();
        Map<String, String> values = new HashMap<>();
        values.put("title", sale.title());
        values.put("price", price(sale.price(), language.locale()));
        values.put("order", sale.orderId());
        values.put("link", mailer.link(path(mail.kind(), sale)));
        if (facts.startsAt() != null) {
            values.put("start", start(facts.startsAt().atZone(zone(facts.timeZone())), language.locale()));
        }
        String place =
                Stream.of(facts.venue(), facts.city()).filter(Objects::nonNull).collect(joining(", "));
        if (!place.isEmpty()) {
            values.put("place", place);
        }
        if (facts.seat() != null) {
            values.put("seat", facts.seat());
        }
        return values;
    }

    private static String path(MailKind kind, Sale sale) {
        return kind == MailKind.RECEIPT ? "/orders/" + sale.orderId() : "/tickets/" + sale.ticketId();
    }

    private String price(BigDecimal price, Locale locale) {
        NumberFormat format = NumberFormat.getCurrencyInstance(locale);
        format.setCurrency(Currency.getInstance(currency.code().toUpperCase(Locale.ROOT)));
        format.setMinimumFractionDigits(currency.digits());
        format.setMaximumFractionDigits(Math.max(currency.digits(), price.scale()));
        return format.format(price);
    }

    /** Returns the local time of the venue, with its zone. */
    private static String start(ZonedDateTime start, Locale locale) {
        String time = DateTimeFormatter.ofLocalizedDateTime(FormatStyle.FULL, FormatStyle.SHORT)
                .withLocale(locale)
                .format(start);
        return time + " (" + start.getZone().getDisplayName(TextStyle.FULL, locale) + ")";
    }

    /** A zone that this Java version lacks is replaced by UTC, and named. */
    private static ZoneId zone(@Nullable String id) {
        try {
            return id == null ? UTC : ZoneId.of(id);
        } catch (DateTimeException e) {
            return UTC;
        }
    }
}
