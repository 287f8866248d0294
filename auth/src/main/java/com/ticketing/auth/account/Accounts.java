package com.ticketing.auth.account;

import static org.springframework.data.mongodb.core.query.Criteria.where;
import static org.springframework.data.mongodb.core.query.Query.query;

import com.ticketing.common.paging.Keyset;
import com.ticketing.common.persistence.AggregateRepository;
import com.ticketing.common.persistence.AggregateStore;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.data.domain.Sort.Direction;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.data.mongodb.core.index.IndexDefinition;
import org.springframework.data.mongodb.core.query.Criteria;
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

    Optional<Account> findByEmail(EmailAddress email) {
        return Optional.ofNullable(mongo().findOne(query(where(Account.EMAIL).is(email.value())), Account.class));
    }

    boolean existsByEmail(EmailAddress email) {
        return mongo().exists(query(where(Account.EMAIL).is(email.value())), Account.class);
    }

    /** Returns a page of the accounts whose email starts with the prefix; an empty prefix matches all. */
    List<Account> page(String emailPrefix, Keyset page) {
        String prefix = EmailAddress.normalize(emailPrefix);
        Criteria criteria =
                prefix.isEmpty() ? new Criteria() : where(Account.EMAIL).regex("^" + Pattern.quote(prefix));
        return mongo().find(page.query(criteria), Account.class);
    }
}
