package com.ticketing.common.security;

import com.ticketing.common.digest.Sha256;
import java.util.HexFormat;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/** A key for access tokens, with the id that tokens name in their header. */
record SigningKey(SecretKey secret, String id) {

    /** The name of the header with the id. */
    static final String ID = "kid";

    private static final int ID_BYTES = 8;

    SigningKey(byte[] key) {
        // not Keys.hmacShaKeyFor: it selects HS384 or HS512 for a longer key
        this(new SecretKeySpec(key, "HmacSHA256"), id(key));
    }

    /** Returns the first bytes of the hash, which identify the key and do not reveal it. */
    private static String id(byte[] key) {
        return HexFormat.of().formatHex(Sha256.of(key), 0, ID_BYTES);
    }

    /** Omits the secret. */
    @Override
    public String toString() {
        return "SigningKey[id=" + id + "]";
    }
}
