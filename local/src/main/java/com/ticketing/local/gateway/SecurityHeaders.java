package com.ticketing.local.gateway;

import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.server.Response;

/** What a browser should be told about everything that the gateway itself serves. */
final class SecurityHeaders {

    /** The card form comes from Stripe and must not come from us. */
    private static final String CONTENT_SECURITY_POLICY =
            "default-src 'self'; script-src 'self' https://js.stripe.com; "
                    + "frame-src https://js.stripe.com https://hooks.stripe.com; connect-src 'self' https://api.stripe.com; "
                    + "img-src 'self' data:; object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors 'none'";

    private SecurityHeaders() {}

    static void addTo(Response response) {
        HttpFields.Mutable headers = response.getHeaders();
        headers.put("Content-Security-Policy", CONTENT_SECURITY_POLICY);
        headers.put("X-Content-Type-Options", "nosniff");
        headers.put("X-Frame-Options", "DENY");
        headers.put("Referrer-Policy", "same-origin");
    }
}
