package com.ticketing.auth.admin;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.inOrder;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.when;

import com.ticketing.auth.account.Account;
import com.ticketing.auth.account.AccountService;
import com.ticketing.auth.account.BanService;
import com.ticketing.auth.account.RoleService;
import com.ticketing.auth.admin.AuditEntry.Action;
import com.ticketing.common.security.CurrentUser;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.mockito.InOrder;

/** Every action that took effect is in the audit log, even if the process crashes during it. */
class AuditBeforeActionTest {

    private static final CurrentUser ADMIN = new CurrentUser("a1", "root@example.com", List.of(CurrentUser.ADMIN));

    private final AccountService accounts = mock(AccountService.class);
    private final BanService bans = mock(BanService.class);
    private final RoleService roles = mock(RoleService.class);
    private final AuditLog audit = mock(AuditLog.class);
    private final Account account = mock(Account.class);
    private final AdminService admins = new AdminService(accounts, bans, roles, audit);

    @Test
    void writesABanToTheAuditLogBeforeItTakesEffect() {
        when(accounts.find("u1")).thenReturn(Optional.of(account));

        admins.ban(ADMIN, "u1", "fraud");

        InOrder order = inOrder(audit, bans);
        order.verify(audit).record("a1", Action.BAN, "u1", "fraud");
        order.verify(bans).ban("u1", "a1", "fraud");
    }

    @Test
    void writesAnUnbanToTheAuditLogBeforeItTakesEffect() {
        when(accounts.find("u1")).thenReturn(Optional.of(account));
        when(account.isBanned()).thenReturn(true);

        admins.unban(ADMIN, "u1", null);

        InOrder order = inOrder(audit, bans);
        order.verify(audit).record("a1", Action.UNBAN, "u1", null);
        order.verify(bans).unban("u1");
    }

    @Test
    void doesNotBanIfTheAuditLogCannotBeWritten() {
        when(accounts.find("u1")).thenReturn(Optional.of(account));
        doThrow(new IllegalStateException("no database")).when(audit).record(anyString(), any(), anyString(), any());

        assertThatThrownBy(() -> admins.ban(ADMIN, "u1", "fraud")).hasMessage("no database");

        verifyNoInteractions(bans);
    }
}
