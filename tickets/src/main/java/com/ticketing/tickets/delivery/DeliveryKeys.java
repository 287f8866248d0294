package com.ticketing.tickets.delivery;

import com.ticketing.common.errors.ApiException;
import com.ticketing.common.errors.CommonError;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** The key of new deliveries and the previous keys. */
@Component
class DeliveryKeys {

    private static final Logger log = LoggerFactory.getLogger(DeliveryKeys.class);

    private final List<DeliveryKey> keys;

    DeliveryKeys(DeliveryProperties properties) {
        this.keys = properties.keys();
        if (keys.isEmpty()) {
            log.info("Deliveries disabled: setting=TICKETS_DELIVERY_KEY reason=missing");
        }
    }

    /**
     * Returns the fingerprint by each key, that by the key of new deliveries first.
     *
     * @throws ApiException 404 without a key, as if the route did not exist
     */
    List<String> fingerprints(DeliveryContent content) {
        if (keys.isEmpty()) {
            throw new ApiException(CommonError.NOT_FOUND);
        }
        return keys.stream().map(key -> key.fingerprint(content.bytes())).toList();
    }

    SealedContent seal(DeliveryContent content, String context) {
        return keys.getFirst().seal(content.bytes(), context);
    }

    byte[] open(SealedContent sealed, String context) {
        return keys.stream()
                .filter(key -> key.id().equals(sealed.keyId()))
                .findAny()
                .orElseThrow(() -> new IllegalStateException(
                        "A key is missing from TICKETS_DELIVERY_KEY_PREVIOUS: key=" + sealed.keyId()))
                .open(sealed, context);
    }
}
