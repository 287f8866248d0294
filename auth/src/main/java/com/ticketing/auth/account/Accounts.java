package com.ticketing.auth.account;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import com.ticketing.common.paging.Keyset;
import com.ticketing.common.persistence.AggregateRepository;
import com.ticketing.common.persistence.AggregateStore;
import com.ticketing.common.security.CurrentUser;
import com.ticketing.common.text.Text;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Sort.Direction;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.data.mongodb.core.index.IndexDefinition;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Update;
import org.springframework.stereotype.Repository;

/** The repository of accounts. */
@Repository
class Accounts extends AggregateRepository<Account> {

    Accounts(AggregateStore store) {
        super(Account.class, store);
    }

    @Override
    protected List<IndexDefinition> ownIndexes() {
        return List.of(new Index().on(Account.EMAIL, Direction.ASC).unique());
    }

    /** Returns the account unless it is deleted. */
    Optional<Account> findExisting(String id) {
        return find(id).filter(account -> !account.isDeleted());
    }

    /**
     * Increments the version of another admin's account that is neither banned nor deleted. Of admins who depend on
     * each other's accounts at the same time, at least one save of an account fails with a conflict.
     *
     * @return whether there is one
     */
    boolean touchOtherAdmin(String id) {
        return incrementVersion(where("_id").ne(id).and(Account.ROLES).is(CurrentUser.ADMIN));
    }

    /**
     * Increments the version of the account if it is neither banned nor deleted.
     *
     * @return whether it is neither
     */
    boolean touch(String id) {
        return incrementVersion(where("_id").is(id));
    }

    private boolean incrementVersion(Criteria account) {
        Criteria existing =
                account.and(Account.BAN).isNull().and(Account.DELETED_AT).isNull();
        return mongo().updateFirst(query(existing), new Update().inc("version", 1L), Account.class)
                        .getMatchedCount()
                > 0;
    }

    Optional<Account> findByEmail(EmailAddress email) {
        return Optional.ofNullable(mongo().findOne(query(where(Account.EMAIL).is(email.value())), Account.class));
    }

    boolean existsByEmail(EmailAddress email) {
        return mongo().exists(query(where(Account.EMAIL).is(email.value())), Account.class);
    }

    /**
     * Returns a page of the accounts whose email starts with the prefix; an empty prefix matches all.
     *
     * @param ids limits the accounts to these; null for no limit
     */
    List<Account> page(String emailPrefix, @Nullable Collection<String> ids, Keyset page) {
        String prefix = EmailAddress.normalize(emailPrefix);
        if (Text.hasControls(prefix)) {
            return List.of();
        }
        Criteria criteria =
                prefix.isEmpty() ? new Criteria() : where(Account.EMAIL).regex("^" + Pattern.quote(prefix));
        // the page adds a condition on the id
        Criteria limited =
                ids == null ? criteria : new Criteria().andOperator(where("_id").in(ids), criteria);
        return mongo().find(page.query(limited), Account.class);
    }
}
