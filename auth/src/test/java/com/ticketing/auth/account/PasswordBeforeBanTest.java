package com.ticketing.auth.account;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import com.ticketing.auth.AuthError;
import com.ticketing.common.errors.ApiException;
import com.ticketing.common.errors.CommonError;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A ban is reported only after the correct password: its status resets the count of wrong passwords. */
class PasswordBeforeBanTest {

    private static final String CORRECT = "the correct password";

    private final Account account = Account.create(new EmailAddress("ann@example.com"), "a hash");
    private final Accounts accounts = mock(Accounts.class);
    private final PasswordHasher hasher = mock(PasswordHasher.class);
    private final AccountService service = new AccountService(accounts, hasher, Clock.systemUTC());
    private final PasswordService passwords =
            new PasswordService(accounts, hasher, (generation, userId) -> List.of(), service, Clock.systemUTC());

    @BeforeEach
    void ban() {
        account.ban(new Account.Ban("admin", Instant.EPOCH, null));
        when(accounts.findExisting(account.id())).thenReturn(Optional.of(account));
        when(hasher.matches(CORRECT, Optional.of("a hash"))).thenReturn(true);
    }

    @Test
    void confirmsThePasswordFirst() {
        assertThatThrownBy(() -> service.confirmPassword(account.id(), "wrong"))
                .isInstanceOf(ApiException.class)
                .hasMessage(AuthError.INVALID_CREDENTIALS.message());
        assertThatThrownBy(() -> service.confirmPassword(account.id(), CORRECT))
                .isInstanceOf(ApiException.class)
                .hasMessage(CommonError.ACCOUNT_BANNED.message());
    }

    @Test
    void checksTheCurrentPasswordFirst() {
        assertThatThrownBy(() -> passwords.change(account.id(), "wrong", "a new password", Optional.empty()))
                .isInstanceOf(ApiException.class)
                .hasMessage(AuthError.INVALID_CREDENTIALS.message());
        assertThatThrownBy(() -> passwords.change(account.id(), CORRECT, "a new password", Optional.empty()))
                .isInstanceOf(ApiException.class)
                .hasMessage(CommonError.ACCOUNT_BANNED.message());
    }
}
