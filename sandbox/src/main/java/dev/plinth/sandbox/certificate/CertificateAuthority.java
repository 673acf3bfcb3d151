package dev.plinth.sandbox.certificate;

import dev.plinth.sandbox.machine.Pending;
import java.nio.file.Path;
import java.util.List;
import javax.net.ssl.SSLContext;

/** The sandbox's certificate authority: made once for a state folder, its key readable by its owner only. */
public final class CertificateAuthority {
    private CertificateAuthority() {}

    /** Opens the authority kept in this folder (ca.pem, ca-key.pem, truststore.p12), making it when it is not there. */
    public static CertificateAuthority open(Path directory) {
        return Pending.of(directory.toString());
    }

    /** The authority's own certificate as PEM: what a client needs to trust. */
    public Path certificateFile() {
        return Pending.of();
    }

    public TrustStore trustStore() {
        return Pending.of();
    }

    /** A client context that trusts the authority and the JDK's own roots. */
    public SSLContext clientContext() {
        return Pending.of();
    }

    /**
     * Signs a certificate for these host names and addresses (the first is its subject) and writes it with a new key
     * into the folder as certificate.pem and key.pem, replacing what is there.
     */
    public CertificateFiles issue(Path directory, List<String> names) {
        return Pending.of(directory + names.toString());
    }
}
