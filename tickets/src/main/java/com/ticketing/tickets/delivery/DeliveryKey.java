package com.ticketing.tickets.delivery;

import com.ticketing.common.digest.Sha256;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.bson.types.Binary;

/**
 * Encrypts deliveries with AES-256-GCM and computes their fingerprints with HMAC-SHA256. Both keys are derived from one
 * secret. Random nonces of 96 bits allow 2^32 encryptions with a key.
 */
final class DeliveryKey {

    private static final String HMAC = "HmacSHA256";
    private static final String CIPHER = "AES/GCM/NoPadding";
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final int ID_BYTES = 8;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final String id;
    private final SecretKey encryption;
    private final SecretKey fingerprint;

    private DeliveryKey(String id, SecretKey encryption, SecretKey fingerprint) {
        this.id = id;
        this.encryption = encryption;
        this.fingerprint = fingerprint;
    }

    static DeliveryKey of(byte[] secret) {
        SecretKey root = new SecretKeySpec(secret, HMAC);
        return new DeliveryKey(
                HexFormat.of().formatHex(Sha256.of(secret), 0, ID_BYTES),
                new SecretKeySpec(hmac(root, "delivery encryption".getBytes(StandardCharsets.UTF_8)), "AES"),
                new SecretKeySpec(hmac(root, "delivery fingerprint".getBytes(StandardCharsets.UTF_8)), HMAC));
    }

    /** Returns the first bytes of the secret's hash, which identify the key and do not reveal it. */
    String id() {
        return id;
    }

    /** Returns a value that only equal content has, and that reveals nothing without the key. */
    String fingerprint(byte[] content) {
        return HexFormat.of().formatHex(hmac(fingerprint, content));
    }

    /** Encrypts the content. It can be decrypted only with the same context. */
    SealedContent seal(byte[] content, String context) {
        byte[] nonce = new byte[NONCE_BYTES];
        RANDOM.nextBytes(nonce);
        try {
            Cipher cipher = cipher(Cipher.ENCRYPT_MODE, nonce, context);
            ByteBuffer sealed = ByteBuffer.allocate(NONCE_BYTES + cipher.getOutputSize(content.length));
            cipher.doFinal(ByteBuffer.wrap(content), sealed.put(nonce));
            return new SealedContent(id, new Binary(sealed.array()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Delivery not encrypted", e);
        }
    }

    byte[] open(SealedContent content, String context) {
        byte[] sealed = content.bytes().getData();
        byte[] nonce = Arrays.copyOf(sealed, NONCE_BYTES);
        try {
            return cipher(Cipher.DECRYPT_MODE, nonce, context)
                    .doFinal(sealed, NONCE_BYTES, sealed.length - NONCE_BYTES);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Delivery not decrypted: key=" + id, e);
        }
    }

    private Cipher cipher(int mode, byte[] nonce, String context) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance(CIPHER);
        cipher.init(mode, encryption, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(context.getBytes(StandardCharsets.UTF_8));
        return cipher;
    }

    private static byte[] hmac(SecretKey key, byte[] content) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(key);
            return mac.doFinal(content);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform supports " + HMAC, e);
        }
    }
}
