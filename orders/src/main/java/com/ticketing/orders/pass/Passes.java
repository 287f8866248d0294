package com.ticketing.orders.pass;

import com.ticketing.common.errors.ApiException;
import com.ticketing.common.errors.CommonError;
import com.ticketing.common.events.TicketFacts;
import io.jsonwebtoken.JwtException;
import io.jsonwebtoken.JwtParser;
import io.jsonwebtoken.Jwts;
import io.jsonwebtoken.UnsupportedJwtException;
import java.security.PublicKey;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Signs and verifies passes: compact JWS of Ed25519. The start in a pass is only shown to people, so skewed clocks
 * cannot matter; the order's document decides whether it is valid. The same order has the same pass as long as the same
 * key signs.
 */
@Component
public class Passes {

    private static final Logger log = LoggerFactory.getLogger(Passes.class);
    private static final String TYPE = "ticket-pass+jwt";
    private static final String TICKET = "ticket";

    private final List<PassKey> keys;
    private final Clock clock;
    private final JwtParser parser;

    Passes(PassProperties properties, Clock clock) {
        this.keys = properties.signingKeys();
        if (keys.isEmpty()) {
            log.info("Passes disabled: setting=ORDERS_PASS_KEYS reason=missing");
        }
        this.clock = clock;
        Map<String, PublicKey> published = keys.stream()
                .collect(Collectors.toMap(PassKey::id, key -> key.published().toKey()));
        this.parser = Jwts.parser()
                .keyLocator(header -> published.get(String.valueOf(header.get("kid"))))
                .build();
    }

    /**
     * Returns the order's pass, signed by the newest key that signs already.
     *
     * @throws ApiException 404 without a key, as if the route did not exist
     */
    public String sign(String orderId, String ticketId, TicketFacts facts) {
        PassKey key = keys.stream()
                .filter(each -> each.signsAt(clock.instant()))
                .max(Comparator.comparing(PassKey::start))
                .orElseThrow(() -> new ApiException(CommonError.NOT_FOUND));
        return Jwts.builder()
                .header()
                .type(TYPE)
                .keyId(key.id())
                .and()
                .id(orderId)
                .claim(TICKET, ticketId)
                // a fact that the seller has not stated is no claim
                .claim("seat", facts.seat())
                .claim(
                        "startsAt",
                        Optional.ofNullable(facts.startsAt())
                                .map(Instant::toString)
                                .orElse(null))
                .signWith(key.secret(), Jwts.SIG.EdDSA)
                .compact();
    }

    /** Returns the id of the pass's order; empty if none of this service's keys has signed it. */
    public Optional<String> verify(String pass) {
        try {
            var parsed = parser.parseSignedClaims(pass);
            if (!TYPE.equals(parsed.getHeader().getType())) {
                throw new UnsupportedJwtException("Not a pass");
            }
            return Optional.ofNullable(parsed.getPayload().getId());
        } catch (JwtException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Returns the public keys, those that do not sign yet included, as a JWK set. */
    public Map<String, List<Map<String, Object>>> publicKeys() {
        return Map.of(
                "keys", keys.stream().map(PassKey::published).map(Passes::plain).toList());
    }

    private static Map<String, Object> plain(Map<String, ?> jwk) {
        return jwk.keySet().stream()
                .collect(Collectors.toMap(Function.identity(), name -> String.valueOf(jwk.get(name))));
    }
}
