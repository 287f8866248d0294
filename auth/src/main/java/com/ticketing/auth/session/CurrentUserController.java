package com.ticketing.auth.session;

import com.ticketing.auth.session.CurrentUserResponse.SignedInUser;
import com.ticketing.common.security.AccessTokens.VerifiedToken;
import java.util.Optional;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Returns the signed-in user, or null for an anonymous request. */
@RestController
class CurrentUserController {

    @GetMapping("/api/users/currentuser")
    CurrentUserResponse currentUser() {
        return new CurrentUserResponse(
                Optional.ofNullable(SecurityContextHolder.getContext().getAuthentication())
                        .filter(Authentication::isAuthenticated)
                        .map(Authentication::getDetails)
                        .filter(VerifiedToken.class::isInstance)
                        .map(details -> SignedInUser.of((VerifiedToken) details))
                        .orElse(null));
    }
}
