package com.ticketing.auth.session;

import com.ticketing.auth.AuthError;
import com.ticketing.auth.account.Account;
import com.ticketing.auth.account.AccountService;
import com.ticketing.auth.account.EmailAddress;
import com.ticketing.auth.session.CurrentUserResponse.SignedInUser;
import com.ticketing.auth.session.SessionService.Refreshed;
import com.ticketing.auth.throttle.Throttle;
import com.ticketing.common.errors.ApiException;
import com.ticketing.common.errors.CommonError;
import com.ticketing.common.security.AccessTokens;
import com.ticketing.common.security.CurrentUser;
import jakarta.validation.Valid;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.CookieValue;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/users")
class SessionController {

    private final AccountService accounts;
    private final SessionService sessions;
    private final SessionCookies cookies;
    private final AccessTokens tokens;
    private final Throttle throttle;

    SessionController(
            AccountService accounts,
            SessionService sessions,
            SessionCookies cookies,
            AccessTokens tokens,
            Throttle throttle) {
        this.accounts = accounts;
        this.sessions = sessions;
        this.cookies = cookies;
        this.tokens = tokens;
        this.throttle = throttle;
    }

    @PostMapping("/signup")
    ResponseEntity<UserResponse> signUp(@Valid @RequestBody SignUpRequest request, Browser browser) {
        throttle.admit(browser.address());
        Account account = accounts.signUp(email(request.email()), request.password());
        return signedIn(HttpStatus.CREATED, account, browser);
    }

    @PostMapping("/signin")
    ResponseEntity<UserResponse> signIn(@Valid @RequestBody SignInRequest request, Browser browser) {
        throttle.admit(browser.address());
        EmailAddress email = email(request.email());
        Account account = throttle.guess(
                "sign-in " + email.value(), browser.address(), () -> accounts.authenticate(email, request.password()));
        return signedIn(HttpStatus.OK, account, browser);
    }

    private static EmailAddress email(String typed) {
        return EmailAddress.parse(typed)
                .orElseThrow(() -> new ApiException(AuthError.EMAIL_INVALID).withField("email"));
    }

    /** The browser forgets the session it had, so nobody could end that one later. */
    private ResponseEntity<UserResponse> signedIn(HttpStatus status, Account account, Browser browser) {
        browser.refreshToken().ifPresent(sessions::end);
        return signedIn(status, account, sessions.open(account, browser.device()));
    }

    private ResponseEntity<UserResponse> signedIn(HttpStatus status, Account account, RefreshToken token) {
        CurrentUser user = account.identity();
        return ResponseEntity.status(status)
                .headers(cookies.signIn(user, token))
                .body(UserResponse.of(user));
    }

    @PostMapping("/refresh")
    ResponseEntity<UserResponse> refresh(Browser browser) {
        Refreshed refreshed = browser.refreshToken()
                .map(sessions::refresh)
                .orElseThrow(() -> new ApiException(CommonError.NOT_AUTHORIZED));
        return signedIn(HttpStatus.OK, refreshed.account(), refreshed.token());
    }

    @PostMapping("/signout")
    ResponseEntity<Map<String, String>> signOut(Browser browser) {
        browser.refreshToken().ifPresent(sessions::end);
        return ResponseEntity.ok().headers(cookies.signOut()).body(Map.of());
    }

    @GetMapping("/currentuser")
    CurrentUserResponse currentUser(
            Optional<CurrentUser> caller,
            @CookieValue(name = AccessTokens.COOKIE, required = false) @Nullable String token) {
        // the caller was told by the same cookie; the token has its times besides
        return new CurrentUserResponse(caller.flatMap(user ->
                        Optional.ofNullable(token).flatMap(tokens::verify).map(SignedInUser::of))
                .orElse(null));
    }
}
