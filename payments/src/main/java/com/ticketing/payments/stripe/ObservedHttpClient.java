package com.ticketing.payments.stripe;

import com.stripe.exception.ApiConnectionException;
import com.stripe.net.HttpURLConnectionClient;
import com.stripe.net.StripeRequest;
import com.stripe.net.StripeResponse;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import io.micrometer.observation.transport.Kind;
import io.micrometer.observation.transport.SenderContext;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Measures each request as {@code stripe.requests}, and records it as a span. Stripe does not receive the trace
 * context.
 */
class ObservedHttpClient extends HttpURLConnectionClient {

    private static final Pattern ID = Pattern.compile("^(/v\\d+/[^/]+)/[^/]+");
    private static final String NO_RESPONSE = "none";

    private final ObservationRegistry observations;

    ObservedHttpClient(ObservationRegistry observations) {
        this.observations = observations;
    }

    @Override
    public StripeResponse request(StripeRequest request) throws ApiConnectionException {
        String method = request.method().name();
        String route = ID.matcher(request.url().getPath()).replaceFirst("$1/{id}");
        Observation observation = Observation.createNotStarted(
                        "stripe.requests", ObservedHttpClient::context, observations)
                .contextualName("stripe " + method.toLowerCase(Locale.ROOT) + " " + route)
                .lowCardinalityKeyValue("method", method)
                .lowCardinalityKeyValue("uri", route)
                .start();
        String status = NO_RESPONSE;
        try {
            StripeResponse response = super.request(request);
            status = Integer.toString(response.code());
            return response;
        } catch (ApiConnectionException e) {
            observation.error(e);
            throw e;
        } finally {
            observation.lowCardinalityKeyValue("status", status).stop();
        }
    }

    private static SenderContext<Object> context() {
        return new SenderContext<>((carrier, key, value) -> {}, Kind.CLIENT);
    }
}
