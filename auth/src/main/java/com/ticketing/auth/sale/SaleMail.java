package com.ticketing.auth.sale;

import com.ticketing.auth.mail.MailKind;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.data.mongodb.core.mapping.Document;
import org.springframework.data.mongodb.core.mapping.FieldType;
import org.springframework.data.mongodb.core.mapping.MongoId;

/**
 * An email about a sale. It is stored before it is sent, and afterwards until no repetition of its event can arrive:
 * the id makes a second one for the order impossible.
 *
 * @param recipientId the account; its address is read when the email is sent
 * @param attempts the number of attempts that were started
 * @param nextAttemptAt when the next attempt is due; absent once no attempt follows
 * @param expiresAt when this is removed
 */
@Document("saleMails")
record SaleMail(
        @MongoId(FieldType.STRING) String id,
        MailKind kind,
        String recipientId,
        Sale sale,
        int attempts,
        @Nullable Instant nextAttemptAt,
        Instant expiresAt) {

    static SaleMail due(MailKind kind, String recipientId, Sale sale, Instant now, Instant expiresAt) {
        return new SaleMail(sale.orderId() + "#" + kind.label(), kind, recipientId, sale, 0, now, expiresAt);
    }
}
