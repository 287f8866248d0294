package com.ticketing.orders.pass;

import com.ticketing.common.digest.Sha256;
import io.jsonwebtoken.security.Jwks;
import io.jsonwebtoken.security.OctetPrivateJwk;
import io.jsonwebtoken.security.OctetPublicJwk;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.spec.EdECPrivateKeySpec;
import java.security.spec.NamedParameterSpec;
import java.time.Instant;

/**
 * An Ed25519 key, derived from a secret. Its id is the thumbprint of the public key (RFC 7638).
 *
 * @param start the time from which it signs
 */
record PassKey(Instant start, OctetPrivateJwk<PrivateKey, PublicKey> jwk) {

    static PassKey of(Instant start, byte[] secret) {
        OctetPrivateJwk<PrivateKey, PublicKey> jwk =
                Jwks.builder().octetKey(privateKey(secret)).idFromThumbprint().build();
        return new PassKey(start, jwk);
    }

    private static PrivateKey privateKey(byte[] secret) {
        try {
            return KeyFactory.getInstance("Ed25519")
                    .generatePrivate(new EdECPrivateKeySpec(NamedParameterSpec.ED25519, Sha256.of(secret)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform supports Ed25519", e);
        }
    }

    String id() {
        return jwk.getId();
    }

    PrivateKey secret() {
        return jwk.toKey();
    }

    OctetPublicJwk<PublicKey> published() {
        return jwk.toPublicJwk();
    }

    boolean signsAt(Instant now) {
        return !now.isBefore(start);
    }

    /** Omits the key. */
    @Override
    public String toString() {
        return "PassKey[id=" + id() + "]";
    }
}
