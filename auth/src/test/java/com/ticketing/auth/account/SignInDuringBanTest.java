package com.ticketing.auth.account;

import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.when;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * A sign-in that checks the account before the ban is stored can store its session after the ban has read the sessions.
 */
class SignInDuringBanTest {

    private final Account account = Account.create(new EmailAddress("ann@example.com"), "a hash");
    private final Accounts accounts = mock(Accounts.class);
    private final OpenSessions sessions = mock(OpenSessions.class);
    private final AccountService service = mock(AccountService.class);
    private final BanService bans = new BanService(accounts, sessions, service, Clock.systemUTC());

    @Test
    void endsTheSessionThatTheBanHasNotRead() {
        when(accounts.findExisting(account.id())).thenReturn(Optional.of(account));
        when(accounts.touch("admin")).thenReturn(true);
        when(accounts.save(account)).thenReturn(account);
        when(sessions.olderThan(1, account.id())).thenReturn(List.of("phone")).thenReturn(List.of("phone", "laptop"));

        bans.ban(account.id(), "admin", null);

        verify(service).publishEndedSessions(account.id(), List.of("laptop"));
    }
}
