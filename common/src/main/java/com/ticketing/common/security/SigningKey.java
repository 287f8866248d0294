package com.ticketing.common.security;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/** A key for access tokens, and the id by which they name it. */
record SigningKey(SecretKey secret, String id) {

    /** The header of a token that holds the id. */
    static final String ID = "kid";

    private static final int ID_BYTES = 8;

    SigningKey(byte[] key) {
        // not Keys.hmacShaKeyFor, which names a longer algorithm for a longer key
        this(new SecretKeySpec(key, "HmacSHA256"), id(key));
    }

    /** The beginning of its hash tells keys apart and tells nothing about them. */
    private static String id(byte[] key) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(key), 0, ID_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    /** Without the secret. */
    @Override
    public String toString() {
        return "SigningKey[id=" + id + "]";
    }
}
