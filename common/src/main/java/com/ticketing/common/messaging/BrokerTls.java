package com.ticketing.common.messaging;

import com.ticketing.common.settings.InvalidSettingException;
import java.net.Socket;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509ExtendedTrustManager;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.ssl.SslBundle;
import org.springframework.boot.ssl.SslStoreBundle;
import org.springframework.boot.ssl.pem.PemSslStoreBundle;
import org.springframework.boot.ssl.pem.PemSslStoreDetails;

/**
 * TLS of the connections to the broker. A server is accepted if its certificate comes from a trusted authority and is
 * valid for the host of the address.
 */
final class BrokerTls {

    private final @Nullable Path authorities;

    /**
     * Reads the file with the authorities once, to reject an invalid one at the start.
     *
     * @throws InvalidSettingException if the file cannot be read or has no certificates
     */
    BrokerTls(@Nullable Path authorities) {
        this.authorities = authorities;
        try {
            context();
        } catch (RuntimeException e) {
            if (authorities == null) {
                throw e;
            }
            throw new InvalidSettingException(
                    "NATS_CA names a file that cannot be read or has no certificates",
                    "set it to a file with the certificates of the broker's authorities in PEM format");
        }
    }

    /** Reads the file with the authorities. A replaced file takes effect with the next connection. */
    SSLContext context() {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(
                    null,
                    Arrays.stream(bundle().getManagers().getTrustManagers())
                            .map(manager -> new HostCheck((X509ExtendedTrustManager) manager))
                            .toArray(TrustManager[]::new),
                    null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("TLS cannot be configured", e);
        }
    }

    private SslBundle bundle() {
        return SslBundle.of(
                authorities == null
                        ? SslStoreBundle.NONE
                        : new PemSslStoreBundle(
                                null,
                                PemSslStoreDetails.forCertificate(
                                        authorities.toUri().toString())));
    }

    /** Requires that the certificate is valid for the host, which the client library does not check. */
    private static final class HostCheck extends X509ExtendedTrustManager {

        private final X509ExtendedTrustManager authorities;

        HostCheck(X509ExtendedTrustManager authorities) {
            this.authorities = authorities;
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String authType, Socket socket)
                throws CertificateException {
            SSLSocket connection = (SSLSocket) socket;
            SSLParameters parameters = connection.getSSLParameters();
            parameters.setEndpointIdentificationAlgorithm("HTTPS");
            connection.setSSLParameters(parameters);
            authorities.checkServerTrusted(chain, authType, connection);
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String authType, SSLEngine engine)
                throws CertificateException {
            throw unsupported();
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String authType) throws CertificateException {
            throw unsupported();
        }

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String authType, Socket socket)
                throws CertificateException {
            throw unsupported();
        }

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String authType, SSLEngine engine)
                throws CertificateException {
            throw unsupported();
        }

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String authType) throws CertificateException {
            throw unsupported();
        }

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return authorities.getAcceptedIssuers();
        }

        private static CertificateException unsupported() {
            return new CertificateException("Only a server's certificate on a socket can be verified");
        }
    }
}
