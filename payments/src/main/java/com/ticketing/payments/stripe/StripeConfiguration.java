package com.ticketing.payments.stripe;

import com.stripe.StripeClient;
import com.ticketing.common.settings.InvalidSettingException;
import io.micrometer.observation.ObservationRegistry;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class StripeConfiguration {

    private static final Pattern SECRET_KEY = Pattern.compile("(sk|rk)_[\\x21-\\x7E]+");

    /** Turns off the library's own retries: it does not retry a 429, and {@link StripeRetries} is the one policy. */
    @Bean
    StripeClient stripeClient(StripeProperties properties, ObservationRegistry observations) {
        StripeClient.StripeClientBuilder builder = StripeClient.builder()
                .setApiKey(key(properties.key()))
                .setConnectTimeout(Math.toIntExact(properties.connectTimeout().toMillis()))
                .setReadTimeout(Math.toIntExact(properties.readTimeout().toMillis()))
                .setMaxNetworkRetries(0)
                .setHttpClient(new ObservedHttpClient(observations));
        String apiBase = properties.apiBase();
        if (apiBase != null && !apiBase.isBlank()) {
            builder.setApiBase(address(apiBase));
        }
        return builder.build();
    }

    private static String key(@Nullable String key) {
        if (key == null || key.isBlank()) {
            throw new InvalidSettingException(
                    "STRIPE_KEY is missing", "take a secret or restricted key from Stripe's dashboard, sk_… or rk_…");
        }
        if (!SECRET_KEY.matcher(key).matches()) {
            throw new InvalidSettingException(
                    "STRIPE_KEY is not a secret or restricted key",
                    "it must begin with sk_ or rk_ and contain no spaces");
        }
        return key;
    }

    private static String address(String apiBase) {
        try {
            URI uri = new URI(apiBase);
            if (uri.getHost() != null && ("http".equals(uri.getScheme()) || "https".equals(uri.getScheme()))) {
                return apiBase.replaceAll("/+$", "");
            }
        } catch (URISyntaxException e) {
            throw notAnAddress(e);
        }
        throw notAnAddress(null);
    }

    private static InvalidSettingException notAnAddress(@Nullable Throwable cause) {
        InvalidSettingException invalid =
                new InvalidSettingException("STRIPE_API_BASE is not an http address", "remove it to use Stripe itself");
        invalid.initCause(cause);
        return invalid;
    }
}
