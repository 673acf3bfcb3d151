package dev.plinth.ops.tls;

import dev.plinth.ops.Failure;
import java.io.IOException;
import java.io.InputStream;
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
        try (var content = Files.newInputStream(file)) {
            return trusting(content);
        } catch (IOException | GeneralSecurityException e) {
            throw Failure.failed(
                    "the certificates in %s cannot be read".formatted(file),
                    e.toString(),
                    "it has to be a file with certificates as PEM");
        }
    }

    /** Makes connections that trust the certificates, which are PEM, and no other. */
    public static SSLContext trusting(InputStream certificates) throws IOException, GeneralSecurityException {
        var store = KeyStore.getInstance(KeyStore.getDefaultType());
        store.load(null, null);
        for (var certificate : CertificateFactory.getInstance("X.509").generateCertificates(certificates)) {
            store.setCertificateEntry("authority" + store.size(), certificate);
        }
        var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(store);
        var context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return context;
    }
}
