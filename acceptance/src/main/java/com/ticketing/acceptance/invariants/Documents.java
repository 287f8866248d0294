package com.ticketing.acceptance.invariants;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.bson.types.Decimal128;
import org.jspecify.annotations.Nullable;

/** Reads fields of stored documents; a missing field has a value that matches no real one. */
final class Documents {

    private Documents() {}

    static long version(@Nullable Document document) {
        return document == null ? -1 : number(document, "version");
    }

    static long number(Document document, String field) {
        return document.get(field) instanceof Number number ? number.longValue() : -1;
    }

    static String text(Document document, String field) {
        Object value = document.get(field);
        return value == null ? "" : value.toString();
    }

    static Optional<Document> nested(Document document, String field) {
        return Optional.ofNullable(document.get(field, Document.class));
    }

    static Optional<Instant> time(Document document, String field) {
        return Optional.ofNullable(document.get(field, Date.class)).map(Date::toInstant);
    }

    static BigDecimal price(Document document) {
        Decimal128 price = document.get("price", Decimal128.class);
        return price == null ? BigDecimal.ZERO : price.bigDecimalValue().stripTrailingZeros();
    }

    static List<Document> outbox(Document document) {
        return document.getList("outbox", Document.class, List.of());
    }
}
