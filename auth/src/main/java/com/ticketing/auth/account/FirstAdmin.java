package com.ticketing.auth.account;

import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;

/** Creates the first admin before the service takes requests. An account that is there is left as it is. */
@Component
class FirstAdmin implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(FirstAdmin.class);

    private final AdminProperties properties;
    private final Accounts accounts;
    private final PasswordHasher hasher;
    private volatile boolean running;

    FirstAdmin(AdminProperties properties, Accounts accounts, PasswordHasher hasher) {
        this.properties = properties;
        this.accounts = accounts;
        this.hasher = hasher;
    }

    @Override
    public void start() {
        running = true;
        String email = properties.email();
        String password = properties.password();
        if (email != null && password != null) {
            create(EmailAddress.parse(email).orElseThrow(), password);
        }
    }

    private void create(EmailAddress email, String password) {
        Optional<Account> found = accounts.findByEmail(email);
        if (found.isPresent()) {
            if (!found.get().identity().isAdmin()) {
                // whoever has it proved no right to more than that
                log.error("The address in AUTH_ADMIN_EMAIL belongs to somebody who is no admin; choose another one");
            }
            return;
        }
        try {
            accounts.save(Account.openAdmin(email, hasher.hash(password)));
            log.info("Created the first admin");
        } catch (DuplicateKeyException e) {
            log.debug("Another process has created the first admin");
        }
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** After the indexes, before everything that can be reached. */
    @Override
    public int getPhase() {
        return Integer.MIN_VALUE + 1;
    }
}
