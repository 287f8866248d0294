package com.ticketing.host.gateway;

import io.netty.handler.codec.http.HttpHeaders;

/** The security headers of everything that the gateway itself serves. */
final class SecurityHeaders {

    /** The card form is loaded from Stripe; without it, nothing is. */
    private static final String CARD_FORM = "script-src 'self' https://js.stripe.com; "
            + "frame-src https://js.stripe.com https://hooks.stripe.com; connect-src 'self' https://api.stripe.com; ";

    private final String contentSecurityPolicy;

    SecurityHeaders(boolean cardForm) {
        contentSecurityPolicy = "default-src 'self'; " + (cardForm ? CARD_FORM : "")
                + "img-src 'self' data:; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";
    }

    void addTo(HttpHeaders headers) {
        headers.set("Content-Security-Policy", contentSecurityPolicy);
        headers.set("X-Content-Type-Options", "nosniff");
        headers.set("X-Frame-Options", "DENY");
        headers.set("Referrer-Policy", "same-origin");
    }
}
