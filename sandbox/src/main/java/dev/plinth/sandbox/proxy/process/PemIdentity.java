package dev.plinth.sandbox.proxy.process;

import dev.plinth.sandbox.proxy.TlsSettings;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/** Reads a certificate and its key from PEM files into what a TLS server needs. */
final class PemIdentity {
    private static final List<String> ALGORITHMS = List.of("EC", "RSA");

    private PemIdentity() {}

    static SSLContext context(TlsSettings settings) {
        try {
            char[] noPassword = new char[0];
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            store.setKeyEntry("listener", key(settings.key()), noPassword, chain(settings.certificate()));
            var keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            keys.init(store, noPassword);
            var context = SSLContext.getInstance("TLS");
            context.init(keys.getKeyManagers(), null, null);
            return context;
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalArgumentException(
                    "cannot use the certificate %s with the key %s: %s"
                            .formatted(settings.certificate(), settings.key(), e.getMessage()),
                    e);
        }
    }

    private static Certificate[] chain(Path file) throws GeneralSecurityException, IOException {
        var content = new ByteArrayInputStream(Files.readAllBytes(file));
        return CertificateFactory.getInstance("X.509")
                .generateCertificates(content)
                .toArray(Certificate[]::new);
    }

    private static PrivateKey key(Path file) throws GeneralSecurityException, IOException {
        List<String> lines =
                Files.readString(file, StandardCharsets.US_ASCII).lines().toList();
        if (!lines.contains("-----BEGIN PRIVATE KEY-----")) {
            throw new InvalidKeySpecException("expected an unencrypted PKCS #8 key (BEGIN PRIVATE KEY)");
        }
        String body = String.join(
                "", lines.stream().filter(line -> !line.startsWith("-----")).toList());
        var encoded = new PKCS8EncodedKeySpec(Base64.getMimeDecoder().decode(body));
        var refusals = new ArrayList<InvalidKeySpecException>();
        for (String algorithm : ALGORITHMS) {
            try {
                return KeyFactory.getInstance(algorithm).generatePrivate(encoded);
            } catch (InvalidKeySpecException e) {
                refusals.add(e);
            }
        }
        throw new InvalidKeySpecException(
                "expected a key for %s: %s".formatted(String.join(" or ", ALGORITHMS), refusals));
    }
}
