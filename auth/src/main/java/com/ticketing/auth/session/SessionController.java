package com.ticketing.auth.session;

import com.ticketing.auth.account.Account;
import com.ticketing.auth.account.AccountService;
import com.ticketing.auth.account.EmailAddress;
import com.ticketing.auth.session.CurrentUserResponse.SignedInUser;
import com.ticketing.common.errors.ApiException;
import com.ticketing.common.security.AccessTokens;
import com.ticketing.common.security.CurrentUser;
import com.ticketing.common.security.PublicRoute;
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
@PublicRoute
class SessionController {

    private final AccountService accounts;
    private final SessionCookies cookies;
    private final AccessTokens tokens;

    SessionController(AccountService accounts, SessionCookies cookies, AccessTokens tokens) {
        this.accounts = accounts;
        this.cookies = cookies;
        this.tokens = tokens;
    }

    @PostMapping("/signup")
    ResponseEntity<UserResponse> signUp(@Valid @RequestBody SignUpRequest request) {
        return signedIn(HttpStatus.CREATED, accounts.signUp(email(request.email()), request.password()));
    }

    @PostMapping("/signin")
    ResponseEntity<UserResponse> signIn(@Valid @RequestBody SignInRequest request) {
        return signedIn(HttpStatus.OK, accounts.authenticate(email(request.email()), request.password()));
    }

    private static EmailAddress email(String typed) {
        return EmailAddress.parse(typed).orElseThrow(() -> ApiException.badRequest("Email must be valid", "email"));
    }

    private ResponseEntity<UserResponse> signedIn(HttpStatus status, Account account) {
        CurrentUser user = account.identity();
        return ResponseEntity.status(status).headers(cookies.signIn(user)).body(UserResponse.of(user));
    }

    @PostMapping("/signout")
    ResponseEntity<Map<String, String>> signOut() {
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
