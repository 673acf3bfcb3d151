package dev.plinth.ops.tls;

import dev.plinth.ops.Failure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** Who signs servers' certificates where the system knows nobody who does: a file with one certificate or more. */
public record Authority(Path file) {
    /** Makes connections that trust this authority and no other. */
    public SSLContext context() {
        try {
            var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(store());
            var context = SSLContext.getInstance("TLS");
            context.init(null, trust.getTrustManagers(), null);
            return context;
        } catch (IOException | GeneralSecurityException e) {
            throw Failure.failed(
                    "the certificates in %s cannot be read".formatted(file),
                    e.toString(),
                    "it has to be a file with certificates as PEM");
        }
    }

    private KeyStore store() throws IOException, GeneralSecurityException {
        var store = KeyStore.getInstance(KeyStore.getDefaultType());
        store.load(null, null);
        try (var content = Files.newInputStream(file)) {
            for (var certificate : CertificateFactory.getInstance("X.509").generateCertificates(content)) {
                store.setCertificateEntry("authority" + store.size(), certificate);
            }
        }
        return store;
    }
}
