package com.ticketing.auth.admin;

import com.ticketing.auth.account.Account;
import com.ticketing.common.errors.ApiException;
import com.ticketing.common.errors.CommonError;
import com.ticketing.common.paging.Keyset;
import com.ticketing.common.security.CurrentUser;
import jakarta.validation.Valid;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The routes for admins. */
@RestController
@RequestMapping("/api/users")
@PreAuthorize("hasRole('admin')")
class AdminController {

    private static final Logger log = LoggerFactory.getLogger(AdminController.class);
    private static final int DEFAULT_PAGE_SIZE = 50;

    /** The maximum number of ids of a request: their accounts fit on one page, and the ids fit into the address. */
    private static final int MAX_IDS = 100;

    private final AdminService admins;

    AdminController(AdminService admins) {
        this.admins = admins;
    }

    @GetMapping
    ResponseEntity<List<AccountResponse>> accounts(
            CurrentUser user,
            @RequestParam(required = false) @Nullable String email,
            @RequestParam(required = false) @Nullable List<String> id,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable Integer limit) {
        admins.requireNotBannedOrDeleted(user);
        if (id != null && id.size() > MAX_IDS) {
            throw new ApiException(CommonError.INVALID_VALUE)
                    .withMessage("At most " + MAX_IDS + " ids")
                    .withField("id");
        }
        Keyset page = Keyset.of(after, limit, id == null ? DEFAULT_PAGE_SIZE : MAX_IDS);
        List<Account> found = admins.accounts(email, id, page);
        log.info("Accounts read by admin: adminId={} count={}", user.id(), Math.min(found.size(), page.limit()));
        return page.answer(found, Account::id, AccountResponse::of);
    }

    @PostMapping("/{id}/ban")
    AccountResponse ban(
            CurrentUser user,
            @PathVariable String id,
            @Valid @RequestBody(required = false) @Nullable BanRequest request) {
        admins.requireNotBannedOrDeleted(user);
        return AccountResponse.of(admins.ban(user, id, request == null ? null : request.reason()));
    }

    @PostMapping("/{id}/unban")
    AccountResponse unban(
            CurrentUser user,
            @PathVariable String id,
            @Valid @RequestBody(required = false) @Nullable BanRequest request) {
        admins.requireNotBannedOrDeleted(user);
        return AccountResponse.of(admins.unban(user, id, request == null ? null : request.reason()));
    }

    @PostMapping("/{id}/roles")
    AccountResponse changeRoles(CurrentUser user, @PathVariable String id, @Valid @RequestBody RolesRequest request) {
        admins.requireNotBannedOrDeleted(user);
        return AccountResponse.of(admins.changeRoles(user, id, request));
    }

    @GetMapping("/audit")
    ResponseEntity<List<AuditEntry>> audit(
            CurrentUser user,
            @RequestParam(required = false) @Nullable String after,
            @RequestParam(required = false) @Nullable Integer limit) {
        admins.requireNotBannedOrDeleted(user);
        Keyset page = Keyset.of(after, limit, DEFAULT_PAGE_SIZE);
        return page.answer(admins.auditEntries(page), AuditEntry::id, Function.identity());
    }
}
