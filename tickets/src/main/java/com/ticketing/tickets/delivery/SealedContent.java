package com.ticketing.tickets.delivery;

import org.bson.types.Binary;

/**
 * Encrypted content.
 *
 * @param keyId names the key that can decrypt it
 * @param bytes the nonce, the ciphertext and the authentication tag
 */
record SealedContent(String keyId, Binary bytes) {}
