package dev.plinth.sandbox.certificate;

import dev.plinth.sandbox.disk.Disk;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.bouncycastle.operator.OperatorCreationException;

/** The sandbox's certificate authority: made once for a state folder, its key readable by its owner only. */
public final class CertificateAuthority {
    private static final String CERTIFICATE = "CERTIFICATE";
    private static final String KEY = "PRIVATE KEY";
    /** The password that every JDK's own trust store has: it guards nothing, certificates are public. */
    private static final String TRUST_PASSWORD = "changeit";

    private final Path directory;
    private final X509Certificate certificate;
    private final PrivateKey key;

    private CertificateAuthority(Path directory, X509Certificate certificate, PrivateKey key) {
        this.directory = directory;
        this.certificate = certificate;
        this.key = key;
    }

    /** Opens the authority kept in this folder (ca.pem, ca-key.pem, truststore.p12), making it when it is not there. */
    public static CertificateAuthority open(Path directory) {
        Path folder = directory.toAbsolutePath();
        try {
            Optional<String> certificate = Disk.read(folder.resolve("ca.pem"));
            Optional<String> key = Disk.read(folder.resolve("ca-key.pem"));
            CertificateAuthority authority = certificate.isPresent() && key.isPresent()
                    ? new CertificateAuthority(folder, certificate(certificate.get()), key(key.get()))
                    : create(folder);
            authority.writeTrustStore();
            return authority;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot open the certificate authority in " + folder, e);
        } catch (GeneralSecurityException | OperatorCreationException e) {
            throw new IllegalStateException("cannot open the certificate authority in " + folder, e);
        }
    }

    /** The authority's own certificate as PEM: what a client needs to trust. */
    public Path certificateFile() {
        return directory.resolve("ca.pem");
    }

    public TrustStore trustStore() {
        return new TrustStore(directory.resolve("truststore.p12"), TRUST_PASSWORD);
    }

    /** A client context that trusts the authority and the JDK's own roots. */
    public SSLContext clientContext() {
        try {
            var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(KeyStore.getInstance(trustStore().file().toFile(), TRUST_PASSWORD.toCharArray()));
            var context = SSLContext.getInstance("TLS");
            context.init(null, trust.getTrustManagers(), null);
            return context;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + trustStore().file(), e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("cannot use " + trustStore().file(), e);
        }
    }

    /**
     * Signs a certificate for these host names and addresses (the first is its subject) and writes it with a new key
     * into the folder as certificate.pem and key.pem, replacing what is there.
     */
    public CertificateFiles issue(Path folder, List<String> names) {
        var files = new CertificateFiles(
                folder.toAbsolutePath().resolve("certificate.pem"),
                folder.toAbsolutePath().resolve("key.pem"));
        try {
            KeyPair pair = Signer.keyPair();
            X509Certificate leaf = Signer.leaf(pair.getPublic(), names, certificate, key);
            Disk.write(files.key(), Pem.encode(KEY, pair.getPrivate().getEncoded()));
            Disk.write(
                    files.certificate(),
                    Pem.encode(CERTIFICATE, leaf.getEncoded()) + Pem.encode(CERTIFICATE, certificate.getEncoded()));
            return files;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot make a certificate for " + names, e);
        } catch (GeneralSecurityException | OperatorCreationException e) {
            throw new IllegalStateException("cannot make a certificate for " + names, e);
        }
    }

    private static CertificateAuthority create(Path folder)
            throws GeneralSecurityException, IOException, OperatorCreationException {
        KeyPair pair = Signer.keyPair();
        X509Certificate certificate = Signer.authority(pair);
        // The key first: a certificate without its key would be kept for good.
        Disk.write(
                folder.resolve("ca-key.pem"), Pem.encode(KEY, pair.getPrivate().getEncoded()));
        Disk.write(folder.resolve("ca.pem"), Pem.encode(CERTIFICATE, certificate.getEncoded()));
        return new CertificateAuthority(folder, certificate, pair.getPrivate());
    }

    /** Written anew each time, so that it follows an update of the JDK. */
    private void writeTrustStore() throws GeneralSecurityException, IOException {
        Path roots = Path.of(System.getProperty("java.home"), "lib", "security", "cacerts");
        KeyStore known = KeyStore.getInstance(roots.toFile(), TRUST_PASSWORD.toCharArray());
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        for (String alias : Collections.list(known.aliases())) {
            store.setCertificateEntry(alias, known.getCertificate(alias));
        }
        store.setCertificateEntry("plinth-sandbox", certificate);
        var bytes = new ByteArrayOutputStream();
        store.store(bytes, TRUST_PASSWORD.toCharArray());
        Disk.write(trustStore().file(), bytes.toByteArray());
    }

    private static X509Certificate certificate(String pem) throws GeneralSecurityException {
        return (X509Certificate)
                CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(Pem.decode(pem)));
    }

    private static PrivateKey key(String pem) throws GeneralSecurityException {
        return KeyFactory.getInstance("EC").generatePrivate(new PKCS8EncodedKeySpec(Pem.decode(pem)));
    }
}
