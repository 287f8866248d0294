package com.ticketing.devservers;

import java.nio.file.Path;

/**
 * The files of a server that uses TLS, in PEM format.
 *
 * @param authority the certificate of the authority that issued the server's certificate
 * @param certificate the server's certificate
 * @param key the private key of the certificate, not encrypted
 */
public record TlsFiles(Path authority, Path certificate, Path key) {}
