package com.ticketing.auth.account;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import com.ticketing.common.persistence.Migration;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Update;

/**
 * Changes the emails that older versions have stored to their normal form. If another account has that email, the two
 * are accounts of one mailbox: the migration reports them and changes neither.
 */
final class EmailMigration {

    private static final Logger log = LoggerFactory.getLogger(EmailMigration.class);

    /** All versions have stored ASCII addresses in their normal form. */
    private static final Criteria NOT_ASCII = where(Account.EMAIL).regex("[^ -~]");

    private final MongoOperations mongo;

    private EmailMigration(MongoOperations mongo) {
        this.mongo = mongo;
    }

    static Migration of(MongoOperations mongo, Clock clock) {
        EmailMigration emails = new EmailMigration(mongo);
        return new Migration(
                "account-emails", mongo, clock, Account.class, NOT_ASCII, List.of(Account.EMAIL), emails::correct);
    }

    private long correct(List<Document> accounts) {
        return accounts.stream().filter(this::isCorrected).count();
    }

    private boolean isCorrected(Document account) {
        String id = account.getString("_id");
        String stored = account.getString(Account.EMAIL);
        Optional<String> normal = EmailAddress.parse(stored).map(EmailAddress::value);
        if (normal.isEmpty()) {
            log.error("Account email is invalid: userId={}", id);
            return false;
        }
        return !normal.get().equals(stored) && isChanged(id, stored, normal.get());
    }

    /** Counts as a change of the account, so that a concurrent save of it is retried. */
    private boolean isChanged(String id, String stored, String normal) {
        Update update = Update.update(Account.EMAIL, normal).inc("version", 1L);
        try {
            mongo.updateFirst(query(where("_id").is(id).and(Account.EMAIL).is(stored)), update, Account.class);
            return true;
        } catch (DuplicateKeyException e) {
            Account other = mongo.findOne(query(where(Account.EMAIL).is(normal)), Account.class);
            log.error("Two accounts share one email: userId={} otherUserId={}", id, other == null ? null : other.id());
            return false;
        }
    }
}
