package com.ticketing.auth.session;

import com.ticketing.auth.session.CurrentUserResponse.SignedInUser;
import com.ticketing.common.security.AccessTokens;
import com.ticketing.common.security.CurrentUser;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.CookieValue;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Returns the signed-in user, or null for an anonymous request. */
@RestController
class CurrentUserController {

    private final AccessTokens tokens;

    CurrentUserController(AccessTokens tokens) {
        this.tokens = tokens;
    }

    @GetMapping("/api/users/currentuser")
    CurrentUserResponse currentUser(
            Optional<CurrentUser> user,
            @CookieValue(name = AccessTokens.COOKIE, required = false) @Nullable String token) {
        // the request was authenticated by this cookie; the token is verified again to read its times
        return new CurrentUserResponse(user.flatMap(any ->
                        Optional.ofNullable(token).flatMap(tokens::verify).map(SignedInUser::of))
                .orElse(null));
    }
}
