package com.ticketing.auth.account;

import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;

/** Creates the initial admin account before the service accepts requests. Never changes an existing account. */
@Component
class InitialAdminCreator implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(InitialAdminCreator.class);

    private final InitialAdminProperties properties;
    private final Accounts accounts;
    private final PasswordHasher hasher;
    private volatile boolean running;

    InitialAdminCreator(InitialAdminProperties properties, Accounts accounts, PasswordHasher hasher) {
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
        Optional<Account> existing = accounts.findByEmail(email);
        if (existing.isPresent()) {
            if (!existing.get().identity().isAdmin()) {
                // never promoted: anyone may have signed up with this address
                log.error("Initial admin not created: setting=AUTH_ADMIN_EMAIL reason=email-in-use-by-non-admin");
            }
            return;
        }
        try {
            Account admin = accounts.save(Account.createAdmin(email, hasher.hash(password)));
            log.info("Initial admin created: userId={}", admin.id());
        } catch (DuplicateKeyException e) {
            log.debug("Initial admin already created by another process");
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

    /** After the indexes are created and before the web server and the listeners start. */
    @Override
    public int getPhase() {
        return Integer.MIN_VALUE + 1;
    }
}
