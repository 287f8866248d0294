package com.ticketing.auth.session;

import com.ticketing.auth.account.Account;
import com.ticketing.auth.account.AccountService;
import com.ticketing.auth.account.EmailAddress;
import com.ticketing.auth.account.Language;
import com.ticketing.auth.session.RefreshService.Refreshed;
import com.ticketing.auth.throttle.Throttle;
import com.ticketing.common.errors.ApiException;
import com.ticketing.common.errors.CommonError;
import com.ticketing.common.security.CurrentUser;
import jakarta.validation.Valid;
import java.util.Map;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Sign-up, sign-in, refresh and sign-out: the routes that set cookies. */
@RestController
@RequestMapping("/api/users")
class AuthenticationController {

    private final AccountService accounts;
    private final SessionService sessions;
    private final RefreshService refreshes;
    private final SessionCookies cookies;
    private final Throttle throttle;

    AuthenticationController(
            AccountService accounts,
            SessionService sessions,
            RefreshService refreshes,
            SessionCookies cookies,
            Throttle throttle) {
        this.accounts = accounts;
        this.sessions = sessions;
        this.refreshes = refreshes;
        this.cookies = cookies;
        this.throttle = throttle;
    }

    @PostMapping("/signup")
    ResponseEntity<UserResponse> signUp(@Valid @RequestBody SignUpRequest request, ClientDetails client) {
        throttle.limitRequests(client.address());
        Account account = accounts.signUp(
                EmailAddress.require(request.email()),
                request.password(),
                client.language().orElse(Language.ENGLISH));
        return startSession(HttpStatus.CREATED, account, client);
    }

    @PostMapping("/signin")
    ResponseEntity<UserResponse> signIn(@Valid @RequestBody SignInRequest request, ClientDetails client) {
        throttle.limitRequests(client.address());
        EmailAddress email = EmailAddress.require(request.email());
        Account account = throttle.attempt(
                "sign-in " + email.value(), client.address(), () -> accounts.authenticate(email, request.password()));
        return startSession(HttpStatus.OK, account, client);
    }

    /** Also ends the client's previous sessions, which cannot be signed out once their cookies are overwritten. */
    private ResponseEntity<UserResponse> startSession(HttpStatus status, Account account, ClientDetails client) {
        client.refreshTokens().forEach(sessions::end);
        return signedIn(status, account, sessions.start(account, client.device()), client);
    }

    @PostMapping("/refresh")
    ResponseEntity<UserResponse> refresh(ClientDetails client) {
        throttle.limitRequests(client.address());
        Refreshed refreshed = sessions.exchangeable(client.refreshTokens())
                .map(refreshes::refresh)
                .orElseThrow(() -> new ApiException(CommonError.NOT_AUTHORIZED));
        return signedIn(HttpStatus.OK, refreshed.account(), refreshed.token(), client);
    }

    private ResponseEntity<UserResponse> signedIn(
            HttpStatus status, Account account, RefreshToken token, ClientDetails client) {
        client.language().ifPresent(language -> accounts.changeLanguage(account, language));
        CurrentUser user = account.identity();
        return ResponseEntity.status(status)
                .headers(cookies.signIn(user, token))
                .body(UserResponse.of(user));
    }

    @PostMapping("/signout")
    ResponseEntity<Map<String, String>> signOut(ClientDetails client) {
        throttle.limitRequests(client.address());
        sessions.end(client);
        return ResponseEntity.ok().headers(cookies.signOut()).body(Map.of());
    }
}
